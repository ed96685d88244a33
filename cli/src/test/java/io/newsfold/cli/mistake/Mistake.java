package io.newsfold.cli.mistake;

import java.util.Arrays;

/** A mistake that people make with a command, or a misfortune that they meet. */
public enum Mistake {
    WRONG_PATH("wrong path"),
    WRONG_TYPE("wrong type"),
    TYPO("typo"),
    PORT_TAKEN("port taken"),
    BROKER_GONE("broker gone"),
    SECOND_PROCESS("second process"),
    NO_RIGHTS("no rights"),
    FULL_DISK("full disk"),
    EMPTY_INPUT("empty input"),
    INTERRUPTED("Ctrl-C");

    private final String title;

    Mistake(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    static Mistake titled(String title) {
        return Arrays.stream(values())
                .filter(mistake -> mistake.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no mistake " + title));
    }
}
