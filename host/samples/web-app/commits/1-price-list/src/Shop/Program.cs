using Shop;

ShopApp.Create(args).Run();
