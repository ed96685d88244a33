# One image for all programs of Newsfold. Build the jars first:
#   mvn -Dquick -DskipTests package && docker build -t newsfold:0.1.0 .
ARG BASE=eclipse-temurin:17-jre
FROM ${BASE}

RUN groupadd --gid 10001 newsfold \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin newsfold \
    && mkdir -p /data /out /opt/newsfold \
    && chown 10001:10001 /data /out

# Owned by the user that runs them, so that they can be read whatever the umask was where they were built.
COPY --chown=10001:10001 cli/target/lib /opt/newsfold/lib
COPY --chown=10001:10001 seeds/feed /opt/newsfold/seeds/feed
COPY --chown=10001:10001 cli/target/newsfold-cli-0.1.0.jar /opt/newsfold/newsfold-cli.jar

ENV LANG=C.UTF-8
USER 10001:10001
WORKDIR /data
VOLUME ["/data", "/out"]

# JAVA_OPTS replaces the heap and collector settings, JAVA_TOOL_OPTIONS adds to them.
ENTRYPOINT ["/bin/sh", "-c", "exec java ${JAVA_OPTS:--Xmx2g -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000} -Xlog:disable -Dnewsfold.home=/opt/newsfold -cp '/opt/newsfold/newsfold-cli.jar:/opt/newsfold/lib/*' io.newsfold.cli.Newsfold \"$@\"", "newsfold"]
CMD ["--help"]
