package io.newsfold.lab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;

/**
 * {@code newsfold bench make-dump N}: prints a made-up dump of N entities in the form of Wikidata's JSON: labels in five
 * languages, aliases, classes, relations, sitelinks by a power law, and properties that no table needs, some 2.5 KB each.
 */
public final class EntityDumpGenerator {
    private static final String[] LANGUAGES = {"en", "de", "fr", "es", "ru"};
    private static final long[] CLASSES = {5, 5, 5, 515, 532, 4_830_453, 7278, 43_229, 11_424, 198};
    private static final String[] SYLLABLES = {
        "ka", "ri", "mar", "ro", "len", "ta", "vo", "sti", "ber", "gu", "lo", "fen", "da", "mi", "sha", "or", "wen",
        "qui"
    };

    private final Random random;

    private EntityDumpGenerator(long seed) {
        random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException {
        int entities = Integer.parseInt(arguments[0]);
        EntityDumpGenerator generator = new EntityDumpGenerator(1);
        OutputStream out = new BufferedOutputStream(System.out, 1 << 20);
        out.write("[\n".getBytes(UTF_8));
        for (int i = 1; i <= entities; i++) {
            out.write(generator.item(1_000 + i).getBytes(UTF_8));
            out.write((i == entities ? "\n" : ",\n").getBytes(UTF_8));
        }
        out.write("]\n".getBytes(UTF_8));
        out.flush();
    }

    /** A made-up name of two words. */
    static String name(Random random) {
        return word(random) + " " + word(random);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
        return word.toString();
    }

    private String item(int number) {
        StringBuilder item = new StringBuilder(3000)
                .append("{\"type\":\"item\",\"id\":\"Q")
                .append(number)
                .append("\",\"labels\":{");
        String name = name(random);
        for (int i = 0; i < LANGUAGES.length; i++) {
            item.append(i == 0 ? "" : ",");
            appendText(item, LANGUAGES[i], i < 3 ? name : name + "o");
        }
        item.append("},\"descriptions\":{");
        appendText(item, "en", "thing of " + word(random) + " and " + word(random));
        item.append("},\"aliases\":{\"en\":[{\"language\":\"en\",\"value\":\"")
                .append(name(random))
                .append("\"}]},\"claims\":{\"P31\":[");
        appendStatement(item, CLASSES[random.nextInt(CLASSES.length)]);
        item.append("],\"P17\":[");
        appendStatement(item, 1_000 + random.nextInt(200));
        item.append(']');
        for (int property = 0; property < 6; property++) {
            item.append(",\"P").append(2_000 + property).append("\":[");
            appendStatement(item, random.nextInt(1_000_000) + 1);
            item.append(']');
        }
        item.append("},\"sitelinks\":{");
        int sitelinks = (int) Math.min(250, 3 / Math.sqrt(random.nextDouble() + 1e-6));
        for (int i = 0; i < sitelinks; i++) {
            item.append(i == 0 ? "" : ",")
                    .append("\"w")
                    .append(i)
                    .append("wiki\":{\"site\":\"w")
                    .append(i)
                    .append("wiki\",\"title\":\"")
                    .append(name)
                    .append("\",\"badges\":[]}");
        }
        return item.append("}}").toString();
    }

    private static void appendText(StringBuilder item, String language, String text) {
        item.append('"')
                .append(language)
                .append("\":{\"language\":\"")
                .append(language)
                .append("\",\"value\":\"")
                .append(text)
                .append("\"}");
    }

    private static void appendStatement(StringBuilder item, long value) {
        item.append(
                        "{\"mainsnak\":{\"snaktype\":\"value\",\"property\":\"P\",\"hash\":\"6e5a4d3c2b1a\",\"datavalue\":{\"value\":"
                                + "{\"entity-type\":\"item\",\"numeric-id\":")
                .append(value)
                .append(",\"id\":\"Q")
                .append(value)
                .append(
                        "\"},\"type\":\"wikibase-entityid\"},\"datatype\":\"wikibase-item\"},\"type\":\"statement\",\"id\":\"Q")
                .append(value)
                .append("$0a1b\",\"rank\":\"normal\",\"references\":[]}");
    }
}
