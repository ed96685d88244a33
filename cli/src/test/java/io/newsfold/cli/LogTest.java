package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * An event of the log is one line without control characters, whatever its text: line breaks, ANSI escapes, bells,
 * Unicode line separators, JNDI look-ups and format specifiers.
 */
class LogTest {
    private static final String HOSTILE =
            "Pier\r\n2026-01-01T00:00:00,000 ERROR [main] Sink lost all\u001b[31m\u0007\u0085\u2028"
                    + " ${jndi:ldap://127.0.0.1/a} %n%s";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    LogTest() {}

    /** Logs the hostile text as a message, as an argument and as the message of an exception. */
    static final class HostileLogger {
        private HostileLogger() {}

        public static void main(String[] arguments) {
            LoggerFactory.getLogger(HostileLogger.class)
                    .error("of {}", HOSTILE, new IllegalStateException(HOSTILE, new IOException(HOSTILE)));
            LoggerFactory.getLogger(HostileLogger.class).info("{}", "${sys:user.dir}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void hostileTextIsOneLineWithoutControlCharacters(String layout) throws Exception {
        List<String> lines = logged(layout);

        assertThat(lines).hasSize(2);
        assertThat(lines)
                .noneMatch(line ->
                        line.codePoints().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029'));
        assertThat(lines.get(0)).contains("IllegalStateException", "IOException", "${jndi:ldap://127.0.0.1/a} %n%s");
        assertThat(lines.get(1)).contains("${sys:user.dir}");
    }

    @Test
    void aJsonEventHasLevelMessageLoggerAndError() throws Exception {
        JsonNode event = new ObjectMapper().readTree(logged("json").get(0));

        assertThat(event.get("schema").asText()).isEqualTo("newsfold/log/1");
        assertThat(event.get("level").asText()).isEqualTo("ERROR");
        assertThat(event.get("message").asText()).isEqualTo("of " + HOSTILE.replaceAll("[\u0085\u2028]", "?"));
        assertThat(event.get("logger").asText()).isEqualTo(HostileLogger.class.getName());
        assertThat(event.get("error").asText()).startsWith("java.lang.IllegalStateException: Pier\r\n");
    }

    @Test
    void anUnknownLayoutIsWrongUsage() throws Exception {
        Process process = Child.java(folder.resolve("log"), Map.of("NEWSFOLD_LOG", "xml"), Newsfold.class, "sink");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(folder.resolve("log")).hasContent("newsfold: NEWSFOLD_LOG is json or text, not xml");
    }

    private List<String> logged(String layout) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Map<String, String> settings =
                Map.of("JDK_JAVA_OPTIONS", "-Dnewsfold.appender=stderr -Dnewsfold.layout=" + layout);
        Process process = Child.java(log, settings, HostileLogger.class);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(log).stream()
                .filter(line -> !line.startsWith("NOTE: Picked up"))
                .toList();
    }
}
