package io.newsfold.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Filter.Result;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.junit.jupiter.api.Test;

/** One line a minute of each cause, whichever client, node or connection it is about. */
class RepetitionFilterTest {
    private static final String LOST = "Connection to node {} ({}) could not be established.";
    private final RepetitionFilter filter = RepetitionFilter.create();

    @Test
    void aCauseIsLoggedOnceAMinute() {
        assertThat(filter.filter(event(0, "NetworkClient", LOST, 1, "a:9092"))).isEqualTo(Result.NEUTRAL);
        assertThat(filter.filter(event(10, "NetworkClient", LOST, 2, "b:9092"))).isEqualTo(Result.DENY);
        assertThat(filter.filter(event(59_999, "NetworkClient", LOST, 1, "a:9092")))
                .isEqualTo(Result.DENY);
        assertThat(filter.filter(event(60_000, "NetworkClient", LOST, 1, "a:9092")))
                .isEqualTo(Result.NEUTRAL);
        assertThat(filter.filter(event(60_001, "NetworkClient", LOST, 1, "a:9092")))
                .isEqualTo(Result.DENY);
    }

    @Test
    void theClientBeforeTheMessageIsNoOtherCause() {
        assertThat(filter.filter(event(0, "Fetcher", "[Consumer clientId=a-1, groupId=g] fetch failed")))
                .isEqualTo(Result.NEUTRAL);
        assertThat(filter.filter(event(1, "Fetcher", "[Consumer clientId=a-2, groupId=g] fetch failed")))
                .isEqualTo(Result.DENY);
        assertThat(filter.filter(event(2, "Fetcher", "stream-thread [a-1] task [0_1] fetch failed")))
                .isEqualTo(Result.DENY);
    }

    @Test
    void numbersWithinTheMessageAreNoOtherCause() {
        assertThat(filter.filter(event(0, "Sender", "batch of 12 records at 77 expired")))
                .isEqualTo(Result.NEUTRAL);
        assertThat(filter.filter(event(1, "Sender", "batch of 3 records at 1041 expired")))
                .isEqualTo(Result.DENY);
    }

    @Test
    void anotherLoggerOrMessageIsAnotherCause() {
        assertThat(filter.filter(event(0, "NetworkClient", LOST, 1, "a:9092"))).isEqualTo(Result.NEUTRAL);
        assertThat(filter.filter(event(1, "NetworkClient", "Bootstrap broker {} disconnected", "a:9092")))
                .isEqualTo(Result.NEUTRAL);
        assertThat(filter.filter(event(2, "Sender", LOST, 1, "a:9092"))).isEqualTo(Result.NEUTRAL);
    }

    /** @param millis after some moment: Log4j takes 0 for now */
    private static LogEvent event(long millis, String logger, String format, Object... values) {
        return Log4jLogEvent.newBuilder()
                .setLoggerName(logger)
                .setLevel(Level.WARN)
                .setMessage(new ParameterizedMessage(format, values))
                .setTimeMillis(1_000_000 + millis)
                .build();
    }
}
