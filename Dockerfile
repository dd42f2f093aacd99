# The command with its model inside, for a user without rights; no network is needed when it runs.
#
#     docker build -t letopis .
#     docker run --rm -v "$PWD:/texts" letopis extract news/ -o events.csv
#
# What is written into /texts belongs to the user of the image; add `--user "$(id -u):$(id -g)"` to keep it yours.

FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY nlp nlp
COPY models/ru_letopis models/ru_letopis
RUN python -m venv /opt/letopis \
 && /opt/letopis/bin/pip install --no-cache-dir --disable-pip-version-check -c constraints.txt '.[formats]'

FROM python:3.13-slim
COPY --from=build /opt/letopis /opt/letopis
ENV PATH=/opt/letopis/bin:$PATH LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
RUN useradd --create-home --uid 10001 letopis
USER letopis
WORKDIR /texts
ENTRYPOINT ["letopis"]
CMD ["--help"]
