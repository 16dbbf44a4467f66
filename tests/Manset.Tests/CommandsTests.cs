using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Manset.Staff;
using Manset.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Manset.Tests;

/// <summary>The command line, as an operator meets it.</summary>
public sealed class CommandsTests
{
    [Fact]
    public async Task Moderate_answers_line_by_line_and_a_bad_line_makes_the_exit_code_1()
    {
        await using var data = await TestDatabase.Create();
        byte[] input = [.. "{\"id\":1,\"text\":\"Çok güzel bir haber olmuş.\"}\nno json\n{\"id\":\"\u00fc\",\"text\":\"sen aptalsın\"}\n"u8, 0x7B, 0xFF, 0x7D, (byte)'\n', .. "{\"id\":4}"u8];

        var (code, output, _) = await TestProgram.Run(data, ["moderate", "--edition", "tr"], input);

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(1, code);
        Assert.Equal(5, lines.Count);
        Assert.Equal("approve", lines[0].GetProperty("decision").GetString());
        Assert.Equal("reject", lines[2].GetProperty("decision").GetString());
        Assert.All([1, 3, 4], line => Assert.NotEmpty(lines[line].GetProperty("error").GetString()!));

        var (well, letters, _) = await TestProgram.Run(data, ["deasciify"], "{\"id\":1,\"text\":\"Bugun hava cok guzel\"}\n"u8.ToArray());
        Assert.Equal((0, "{\"id\":1,\"text\":\"Bugün hava çok güzel\"}\n"), (well, letters));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("token")]
    [InlineData("token", "--role", "king")]
    [InlineData("user", "add", "--email", "a@b.example")]
    [InlineData("user", "add", "--email", "nobody", "--role", "editor")]
    [InlineData("ingest")]
    [InlineData("moderate", "--edition", "fr")]
    [InlineData("serve", "--port", "1")]
    public async Task Wrong_usage_is_said_in_a_sentence_with_exit_code_2(params string[] arguments)
    {
        await using var data = await TestDatabase.Create();

        var (code, _, error) = await TestProgram.Run(data, arguments);

        Assert.Equal(2, code);
        Assert.NotEmpty(error.Trim());
        Assert.DoesNotContain("   at ", error);
    }

    [Fact]
    public async Task Help_names_every_verb()
    {
        await using var data = await TestDatabase.Create();

        var (code, output, _) = await TestProgram.Run(data, ["--help"]);

        Assert.Equal(0, code);
        Assert.All(["serve", "demo", "moderate", "deasciify", "ingest", "token", "user", "doctor"], verb => Assert.Contains(verb, output));
    }

    [Fact]
    public async Task Accounts_and_tokens_are_made_and_work_and_the_first_start_prints_a_link_once()
    {
        await using var data = await TestDatabase.Create();
        string link;
        await using (var first = await TestProgram.Serve(data))
        {
            var said = "";
            await TestNewsroom.Until(() =>
            {
                lock (first.Said) said = first.Said.FirstOrDefault(line => line.Contains("key=", StringComparison.Ordinal)) ?? "";
                return Task.FromResult(said.Length > 0);
            }, "the link is printed");
            Assert.Contains($"{first.Address.OriginalString}/desk/welcome?key=", said);
            link = said.Split("key=")[1];
        }
        Assert.Contains("WRONG  accounts", (await TestProgram.Run(data, ["doctor"])).Output);

        var token = (await TestProgram.Run(data, ["token", "--role", "editor"])).Output.Trim();
        var added = await TestProgram.Run(data, ["user", "add", "--email", "Elif@manset.example", "--role", "Editor", "--name", "Elif Karaca"], "uzun bir parola\n"u8.ToArray());
        var shortOne = await TestProgram.Run(data, ["user", "add", "--email", "b@manset.example", "--role", "editor"], "kısa\n"u8.ToArray());
        var invited = await TestProgram.Run(data, ["user", "add", "--email", "omer@manset.example", "--role", "moderator"]);
        var doctor = await TestProgram.Run(data, ["doctor"]);

        Assert.Equal((0, "elif@manset.example (Editor)"), (added.Code, added.Output.Trim()));
        Assert.Equal(1, shortOne.Code);
        Assert.Contains("/desk/welcome?key=", invited.Output);
        Assert.Equal((0, false), (doctor.Code, doctor.Output.Contains("WRONG")));

        await using var newsroom = await TestNewsroom.Open(data, new(TimeProvider.System.GetUtcNow()));
        var welcome = newsroom.Services.GetRequiredService<Welcome>();
        Assert.Equal(Role.Administrator, (await welcome.Find(link))!.Role);
        Assert.Equal(Role.Moderator, (await welcome.Find(invited.Output.Trim().Split("key=")[1]))!.Role);
        Assert.NotNull(await welcome.Accept(link, "ilk@manset.example", "İlk", "uzun bir parola"));
        Assert.Null(await welcome.Accept(link, "ikinci@manset.example", "İkinci", "uzun bir parola"));
        using var editor = newsroom.Client();
        editor.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var filed = await editor.PostAsJsonAsync("/api/v1/stories", TestNewsroom.Copy());
        Assert.Equal(HttpStatusCode.Created, filed.StatusCode);
    }

    [Theory]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    [InlineData("ingest", "--wire", "aa", "nothing.xml")]
    [InlineData("token", "--role", "editor")]
    [InlineData("doctor")]
    public async Task A_newer_schema_is_refused_in_a_sentence_with_exit_code_1_and_untouched(params string[] arguments)
    {
        await using var data = await TestDatabase.Create();
        await TestProgram.Run(data, ["token", "--role", "editor"]);
        await Sql(data, "insert into schema_version values (9000, '9000-future')");

        var (code, output, error) = await TestProgram.Run(data, arguments);

        Assert.Equal(1, code);
        Assert.Contains("schema 9000", output + error);
        Assert.DoesNotContain("   at ", output + error);
        Assert.Equal(1L, Convert.ToInt64(await Sql(data, "select count(*) from api_tokens"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("settings.json", "{ not json", "serve")]
    [InlineData("settings.json", "{\"PressRoom\":{\"MegabytesOfPlates\":-1}}", "serve")]
    [InlineData("settings.json", "{\"PressRoom\":{\"MegabytesOfPlates\":\"many\"}}", "serve")]
    [InlineData("settings.json", "{\"Paper\":{\"Origin\":\"nonsense\"}}", "token", "--role", "editor")]
    [InlineData("house-rules/tr.json", "{\"version\":\"1\",\"rules\":{\"capitals\":{\"reject\":\"often\"}}}", "doctor")]
    public async Task What_is_wrong_with_an_installation_is_said_in_a_sentence(string file, string text, params string[] arguments)
    {
        await using var data = await TestDatabase.Create();
        Directory.CreateDirectory(Path.Combine(data.Folder, "house-rules"));
        await File.WriteAllTextAsync(Path.Combine(data.Folder, file), text, Encoding.UTF8);

        var (code, output, error) = await TestProgram.Run(data, arguments);

        Assert.Equal(1, code);
        Assert.DoesNotContain("   at ", output + error);
        if (file == "house-rules/tr.json") Assert.Contains("rules.capitals.reject", output);
        else Assert.NotEmpty(error.Trim());
    }

    static async Task<object?> Sql(TestDatabase data, string sql)
    {
        await using DbConnection connection = TestDatabase.IsPostgres
            ? new Npgsql.NpgsqlConnection(data.ConnectionString)
            : new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(data.Folder, "newsroom.db")};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
