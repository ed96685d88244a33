package io.newsfold.ingest.web;

import io.newsfold.ingest.web.FetchResult.Headers;
import io.newsfold.text.date.InstantParser;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides when feeds are polled: back-off without news and after failures, and what servers ask for.
 *
 * @param every the shortest time between polls of one feed
 * @param jitter draws from 0 to 1, so that feeds that failed together are not retried together
 */
public record PollSchedule(Duration every, DoubleSupplier jitter) {
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LAST_RETRY = Duration.ofHours(24);
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,9})");
    private static final Pattern SECONDS = Pattern.compile("\\s*(\\d{1,9})\\s*");

    public PollSchedule {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("feeds are polled every so often, not every " + every);
        }
    }

    /** The next interval: one and a half times the last one while nothing is new. */
    Duration interval(Duration last, boolean isNew) {
        Duration longest = max(every, LONGEST);
        return isNew ? every : min(longest, max(every, last.multipliedBy(3).dividedBy(2)));
    }

    /** Time of the next poll after a response. */
    Instant afterResponse(Instant now, Duration interval, Headers headers) {
        return now.plus(max(interval, min(LONGEST, maxAge(headers.cacheControl()))));
    }

    /**
     * Time of the next poll after failures: a minute later, then two, four, up to a day, each less up to a half by
     * jitter.
     *
     * @param failures in a row, from 1
     * @param retryAfter header of the response; null for none
     */
    Instant afterFailure(Instant now, int failures, @Nullable String retryAfter) {
        Duration doubled = min(LAST_RETRY, FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 20)));
        Duration delay = Duration.ofMillis((long) (doubled.toMillis() * (1 - jitter.getAsDouble() / 2)));
        return now.plus(max(delay, min(LAST_RETRY, retryAfter(now, retryAfter))));
    }

    private static Duration maxAge(@Nullable String cacheControl) {
        Matcher match = MAX_AGE.matcher(cacheControl == null ? "" : cacheControl);
        return match.find() ? Duration.ofSeconds(Long.parseLong(match.group(1))) : Duration.ZERO;
    }

    /** The header is a number of seconds, or a date. */
    private static Duration retryAfter(Instant now, @Nullable String text) {
        if (text == null) {
            return Duration.ZERO;
        }
        Matcher seconds = SECONDS.matcher(text);
        return seconds.matches()
                ? Duration.ofSeconds(Long.parseLong(seconds.group(1)))
                : InstantParser.instant(text)
                        .map(time -> Duration.between(now, time))
                        .orElse(Duration.ZERO);
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
