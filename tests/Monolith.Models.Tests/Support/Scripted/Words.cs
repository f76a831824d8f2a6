namespace Monolith.Models.Tests.Support.Scripted;

internal static class Words
{
    /// <summary>The text in pieces that give it when put together.</summary>
    public static IEnumerable<string> Of(string text)
    {
        for (var begin = 0; begin < text.Length;)
        {
            var space = text.IndexOf(' ', begin);
            var end = space < 0 ? text.Length : space + 1;
            yield return text[begin..end];
            begin = end;
        }
    }
}
