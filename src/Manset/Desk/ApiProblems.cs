namespace Manset.Desk;

/// <summary>Says in the description of the API with which statuses a call may be refused.</summary>
public static class ApiProblems
{
    extension<TCall>(TCall call) where TCall : IEndpointConventionBuilder
    {
        public TCall ProducesProblems(params IEnumerable<int> statuses)
        {
            foreach (var status in statuses) call.ProducesProblem(status);
            return call;
        }
    }
}
