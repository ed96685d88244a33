package io.newsfold.cli.topic;

/** The names by which people call an input that came from a file. */
public final class OriginName {
    private OriginName() {}

    /**
     * Whether a name means an origin, as {@code sub/wire.jsonl:6}: the name may have the folder that was replayed in
     * front, or lack the folders below it.
     */
    public static boolean means(String name, String origin) {
        return name.equals(origin) || !origin.isEmpty() && name.endsWith("/" + origin) || origin.endsWith("/" + name);
    }
}
