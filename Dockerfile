# Models and lexicons are in the package: the image needs no network when it runs.
FROM python:3.12-slim-bookworm AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY docs/man docs/man
COPY audit audit
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels . \
    && python -m venv /opt/audit \
    && /opt/audit/bin/pip install --no-cache-dir /wheels/*.whl

FROM python:3.12-slim-bookworm
LABEL org.opencontainers.image.title="mt-audit" \
      org.opencontainers.image.description="Finds what machine translation left in articles" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /opt/audit /opt/audit
# Anybody's folders: `docker run --user "$(id -u):$(id -g)"` writes reports that are the user's own.
RUN useradd --uid 10001 --no-create-home --home-dir /var/lib/audit audit \
    && mkdir -p /var/lib/audit/cache /var/lib/audit/state /var/lib/audit/share /work \
    && chmod -R 1777 /var/lib/audit /work
ENV PATH=/opt/audit/bin:$PATH \
    HOME=/var/lib/audit \
    XDG_CACHE_HOME=/var/lib/audit/cache \
    XDG_STATE_HOME=/var/lib/audit/state \
    XDG_DATA_HOME=/var/lib/audit/share \
    PYTHONUNBUFFERED=1
USER 10001
WORKDIR /work
ENTRYPOINT ["audit"]
CMD ["--help"]
