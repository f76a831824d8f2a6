using System.Text;

namespace Shop;

public sealed class PriceReport(PriceList prices)
{
    public string Write()
    {
        var text = new StringBuilder();
        foreach (var category in prices.Find(null).GroupBy(product => product.Category).OrderBy(group => group.Key))
        {
            text.AppendLine(category.Key);
            foreach (var product in category.OrderBy(product => product.Price))
            {
                var band = Band(product.Price);
                text.AppendLine($"  {product.Name}: {product.Price:0.00} ({band})");
            }

            var cheapest = category.Min(product => product.Price);
            var dearest = category.Max(product => product.Price);
            text.AppendLine($"  from {cheapest:0.00} to {dearest:0.00}");
        }

        return text.ToString();
    }

    private static string Band(decimal price)
    {
        if (price < 3m)
        {
            return "low";
        }

        if (price < 10m)
        {
            return "middle";
        }

        return "high";
    }
}
