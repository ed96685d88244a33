package io.newsfold.sink;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The point at which a sink ends its own process, as a kill would: tests use it to check the state after a kill at any
 * step.
 *
 * @param step the process ends right after this step
 * @param count from 1: the process ends when the step has been done so many times
 */
public record FaultPoint(CommitStep step, int count) {
    private static final String VARIABLE = "NEWSFOLD_FAIL_AT";
    private static final Pattern FORM = Pattern.compile("([a-z]+):([1-9]\\d{0,8})");

    public FaultPoint {
        if (count < 1) {
            throw new IllegalArgumentException("fault point after " + step + ": count " + count + ", not 1 or more");
        }
    }

    /**
     * The fault point in the environment, as in {@code NEWSFOLD_FAIL_AT=rename:3}; empty where there is none.
     *
     * @throws IllegalArgumentException where the variable has another form, or no step has this name
     */
    public static Optional<FaultPoint> from(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE)).map(FaultPoint::parse);
    }

    private static FaultPoint parse(String text) {
        Matcher match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(VARIABLE + " takes STEP:COUNT, as rename:3, not " + text);
        }
        CommitStep step = Stream.of(CommitStep.values())
                .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(match.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(VARIABLE + " names no step of a commit: " + text));
        return new FaultPoint(step, Integer.parseInt(match.group(2)));
    }
}
