#!/bin/sh
# Lays this machine's own .NET runtime and what it is linked to into a folder, as a base image that needs no registry.
set -eu
into=$1
root=$(dirname "$(readlink -f "$(command -v dotnet)")")
for framework in Microsoft.NETCore.App Microsoft.AspNetCore.App; do
  version=$(dotnet --list-runtimes | sed -n "s/^$framework \(10[^ ]*\) .*/\1/p" | tail -1)
  mkdir -p "$into/root/dotnet/shared/$framework"
  cp -R "$root/shared/$framework/$version" "$into/root/dotnet/shared/$framework"
done
mkdir -p "$into/root/dotnet/host/fxr" "$into/root/tmp" "$into/root/usr/bin"
cp -R "$(ls -d "$root"/host/fxr/10.* | tail -1)" "$into/root/dotnet/host/fxr"
cp "$root/dotnet" "$into/root/dotnet"
ln -s /dotnet/dotnet "$into/root/usr/bin/dotnet"
find "$into/root" -type f \( -name '*.so' -o -name dotnet \) -exec ldd {} + 2>/dev/null |
  sed -nE 's!^(.*=> |[[:space:]]*)(/(usr/)?lib[^ :]*) .*!\2!p' | sort -u | xargs cp -L --parents -t "$into/root"
chmod 1777 "$into/root/tmp"
cat > "$into/Dockerfile" <<'DOCKERFILE'
FROM scratch
COPY root /
ENV PATH=/usr/bin DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 ASPNETCORE_HTTP_PORTS=8080
DOCKERFILE
