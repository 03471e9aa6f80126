# The Functions app with the web client, behind the Functions host. Built from the root of the repository:
# docker build -f infra/docker/front.Dockerfile .
FROM node:22-bookworm-slim AS web
WORKDIR /source/web
COPY .npmrc web/package.json web/package-lock.json ./
RUN npm ci --ignore-scripts --no-progress
COPY web ./
RUN npm run build

FROM node:22-bookworm-slim AS fonts
WORKDIR /source/tools/fonts
COPY .npmrc tools/fonts/package.json tools/fonts/package-lock.json ./
RUN npm ci --ignore-scripts --no-progress

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src ./src
COPY --from=fonts /source/tools/fonts ./tools/fonts
COPY --from=web /source/web/dist ./web/dist
RUN dotnet publish src/Functions/Functions.csproj --configuration Release --output /app

# The Functions host on an image that has the runtime of ASP.NET Core, which the handler needs.
FROM mcr.microsoft.com/azure-functions/dotnet-isolated:4-dotnet-isolated10.0 AS final
WORKDIR /home/site/wwwroot
COPY --from=build /app .
ENV AzureWebJobsScriptRoot=/home/site/wwwroot \
    AzureFunctionsJobHost__Logging__Console__IsEnabled=true \
    AzureWebJobsDisableHomepage=true \
    FUNCTIONS_WORKER_RUNTIME=custom \
    ASPNETCORE_URLS=http://+:8080 \
    Front__WebRoot=/home/site/wwwroot/web
# The host writes logs and its own state below /home; the app itself stays as it was built.
RUN mkdir -p /home/LogFiles /home/data && chown -R 1654:1654 /home/LogFiles /home/data
USER 1654
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/live HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
