using System.Text;
using System.Text.Json;

namespace Manset.Moderation;

public sealed partial record HouseRules
{
    /// <summary>The line on which a property stands, or the nearest property around it that is there; from 1.</summary>
    static int LineOf(string json, string path)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var names = new List<string>();
        var items = new List<int>();
        var (best, bestAt) = (0, 0L);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    Enter(reader.TokenStartIndex);
                    names.Add("");
                    items.Add(reader.TokenType is JsonTokenType.StartArray ? 0 : -1);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    names.RemoveAt(names.Count - 1);
                    items.RemoveAt(items.Count - 1);
                    break;
                case JsonTokenType.PropertyName:
                    names[^1] = reader.GetString()!;
                    Seen(reader.TokenStartIndex);
                    break;
                default:
                    Enter(reader.TokenStartIndex);
                    break;
            }
        }
        return bytes.AsSpan(0, (int)bestAt).Count((byte)'\n') + 1;

        void Enter(long at)
        {
            if (items.Count == 0 || items[^1] < 0) return;
            names[^1] = $"[{items[^1]++}]";
            Seen(at);
        }

        void Seen(long at)
        {
            var here = string.Join('.', names).Replace(".[", "[", StringComparison.Ordinal);
            var isPart = path == here || (path.StartsWith(here, StringComparison.Ordinal) && path[here.Length] is '.' or '[');
            // Of a property that stands twice the second is meant.
            if (isPart && here.Length >= best) (best, bestAt) = (here.Length, at);
        }
    }

    sealed class WrongProperty(string path, string why) : Exception
    {
        public string Path => path;
        public string Why => why;
    }
}
