package io.newsfold.cli.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.filter.AbstractFilter;

/**
 * Lets one event a minute of each cause pass: Kafka's clients log every attempt while a broker is away. A cause is the
 * logger and the format of the message, without the client's name before it and without numbers in it. Times are those
 * of the events. Thread-safe.
 */
@Plugin(name = "RepetitionFilter", category = Node.CATEGORY, elementType = "filter")
public final class RepetitionFilter extends AbstractFilter {
    private static final long SILENCE_MILLIS = 60_000;
    private static final int MOST_CAUSES = 1_000;
    /** As in {@code [Consumer clientId=a, groupId=b] } and {@code stream-thread [a] task [0_1] }. */
    private static final Pattern CLIENT = Pattern.compile("^(?:[a-z-]{0,20} ?\\[[^\\]]*\\] )++");

    private static final Pattern NUMBER = Pattern.compile("-?\\d++");

    private final Map<String, Long> lastPassed = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_CAUSES;
        }
    };

    @PluginFactory
    public static RepetitionFilter create() {
        return new RepetitionFilter();
    }

    @Override
    public Result filter(LogEvent event) {
        return passes(cause(event), event.getTimeMillis()) ? Result.NEUTRAL : Result.DENY;
    }

    @SuppressWarnings("deprecation") // the formatted message, which shall replace the format, has the values in it
    private static String cause(LogEvent event) {
        String format = String.valueOf(event.getMessage().getFormat());
        String withoutClient = CLIENT.matcher(format).replaceFirst("");
        return event.getLoggerName() + " " + NUMBER.matcher(withoutClient).replaceAll("0");
    }

    private synchronized boolean passes(String cause, long now) {
        Long last = lastPassed.get(cause);
        if (last != null && now - last < SILENCE_MILLIS && now >= last) {
            return false;
        }
        lastPassed.put(cause, now);
        return true;
    }
}
