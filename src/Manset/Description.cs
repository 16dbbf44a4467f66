using Manset.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;

namespace Manset;

/// <summary>What the API says of itself at <c>/openapi/v1.json</c>.</summary>
static class Description
{
    public static void AddDescription(this WebApplicationBuilder builder) => builder.Services.AddOpenApi(description =>
    {
        description.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Manşet", Version = "v1" };
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [BearerTokens.Name] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
            };
            return Task.CompletedTask;
        });
        description.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
                operation.Security = [new() { [new OpenApiSecuritySchemeReference(BearerTokens.Name, context.Document)] = [] }];
            return Task.CompletedTask;
        });
    });
}
