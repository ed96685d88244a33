package io.newsfold.cli.mistake;

import java.util.Arrays;

/** A reason why a mistake cannot be made with a command. */
public enum Exemption {
    NAMES_NO_FILE("names no file"),
    TAKES_ANY_WORD("takes any word"),
    TAKES_NO_OTHER_KIND("takes no value of another kind"),
    LISTENS_ON_NO_PORT("listens on no port"),
    NEEDS_NO_BROKER("needs no broker"),
    SEVERAL_MAY_RUN("several may run at once"),
    LATER_TAKES_OVER("the later one takes over"),
    TARGET_HAS_RECORDS("the target of the first has records"),
    WRITES_NO_FILE("writes no file"),
    NEEDS_A_SINK("needs what a sink wrote"),
    NEEDS_A_RUN("needs what a run wrote"),
    PRINTS_FINDINGS("prints what it finds"),
    READS_NO_INPUT("reads no input"),
    WAITS_FOR_INPUT("waits for input"),
    TOPICS_ARE_THERE("topics are there before any input"),
    ENDS_BY_ITSELF("ends by itself"),
    HAS_COMMANDS("see its own commands");

    private final String reason;

    Exemption(String reason) {
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    static Exemption of(String reason) {
        return Arrays.stream(values())
                .filter(exemption -> exemption.reason.equals(reason))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no exemption for: " + reason));
    }
}
