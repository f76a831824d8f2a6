# The base images are arguments, so that a mirror's or one's own can be given.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0

FROM ${SDK_IMAGE} AS build
WORKDIR /source
COPY . .
# CI: what is restored is what the lock files say.
RUN dotnet tool restore && CI=true dotnet cake --target Publish

# Pipelines that build .NET code inside the container need the SDK at run time too: give an SDK image as RUNTIME_IMAGE.
FROM ${RUNTIME_IMAGE}
# git for the git agent, curl for the health check, tini to collect what killed agents leave behind.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends bubblewrap ca-certificates curl git tini \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 monolith \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /var/lib/monolith --shell /usr/sbin/nologin monolith \
    && install --directory --owner=10001 --group=10001 --mode=0750 /var/lib/monolith
COPY --from=build /source/artifacts/publish /opt/monolith

# Everything that is written lies in the data folder or in /tmp: the root may be mounted read-only.
# A container seldom may make sandboxes; where it may, set Sandbox__Mode=Bubblewrap.
# ConnectionStrings__Postgres has no default here: an embedded database does not belong in a container.
ENV ASPNETCORE_URLS=http://+:8080 \
    ASPNETCORE_HTTP_PORTS= \
    HOME=/var/lib/monolith \
    Sandbox__Mode=None \
    Storage__DataDirectory=/var/lib/monolith
WORKDIR /opt/monolith
USER 10001:10001
VOLUME /var/lib/monolith
EXPOSE 8080
# The port is the one that ASPNETCORE_URLS ends with.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
    CMD curl --fail --silent --show-error --output /dev/null "http://127.0.0.1:${ASPNETCORE_URLS##*:}/health"
ENTRYPOINT ["tini", "--", "dotnet", "Monolith.Host.dll"]
