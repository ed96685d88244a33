package io.newsfold.cli.print;

import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.LineageOverride.Matter;
import java.util.function.UnaryOperator;

/** An override as a sentence for people. */
public final class OverrideSentence {
    private OverrideSentence() {}

    /** @param names what to call an article, by its id */
    public static String of(LineageOverride override, UnaryOperator<String> names) {
        String what = override.about() == Matter.COPY ? "copies of each other" : "one story";
        String who = override.by() == null ? "somebody" : override.by();
        boolean is = Boolean.TRUE.equals(override.is());
        return who + " decided on " + override.time() + " that " + names.apply(override.a()) + " and "
                + names.apply(override.b()) + " are " + (is ? "" : "not ") + what;
    }
}
