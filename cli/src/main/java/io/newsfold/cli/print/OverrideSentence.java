package io.newsfold.cli.print;

import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.LineageOverride.Matter;

/** An override as a sentence for people. */
public final class OverrideSentence {
    private OverrideSentence() {}

    public static String of(LineageOverride override) {
        String what = override.about() == Matter.COPY ? "one a copy of the other" : "one story";
        String who = override.by() == null ? "somebody" : override.by();
        boolean is = Boolean.TRUE.equals(override.is());
        return who + " said on " + override.time() + ": " + override.a() + " and " + override.b() + " are "
                + (is ? "" : "not ") + what;
    }
}
