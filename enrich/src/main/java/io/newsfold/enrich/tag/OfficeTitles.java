package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Offices that the article gives to people (Norwegian Prime Minister Kari Berg), and where the office alone means them (the Norwegian prime minister). */
final class OfficeTitles {
    private static final String OFFICE =
            "(?:(?:prime|foreign|defen[cs]e|finance|interior|justice|vice|deputy)[ -])?(?:president|minister|chancellor|premier|leader|king|queen|ambassador)";
    private static final Pattern BEFORE_NAME = Pattern.compile("(\\p{Lu}\\p{Ll}+)(?:['’]s)? ((?i:" + OFFICE + ")),? $");
    private static final Pattern AFTER_NAME = Pattern.compile("^, the (\\p{Lu}\\p{Ll}+) ((?i:" + OFFICE + "))\\b");
    private static final Pattern ALONE =
            Pattern.compile("\\b[Tt]he (?<of>\\p{Lu}\\p{Ll}+) (?<office>" + OFFICE + ")\\b(?!,? \\p{Lu})");
    private static final int NEAR = 60;

    private OfficeTitles() {}

    /** The mentions by office alone; an office that two people hold in the article means neither. */
    static List<NameOccurrence> find(String text, List<NameOccurrence> namings) {
        Map<String, String> holders = new HashMap<>();
        for (NameOccurrence naming : namings) {
            if (naming.isFullName()) {
                String before = text.substring(Math.max(0, naming.start() - NEAR), naming.start());
                String after = text.substring(naming.end(), Math.min(text.length(), naming.end() + NEAR));
                for (Matcher stated : List.of(BEFORE_NAME.matcher(before), AFTER_NAME.matcher(after))) {
                    if (stated.find()) {
                        String office = stated.group(1) + " " + stated.group(2).toLowerCase(Locale.ROOT);
                        holders.merge(office, naming.name(), (a, b) -> a.equals(b) ? a : "");
                    }
                }
            }
        }
        List<NameOccurrence> found = new ArrayList<>();
        Matcher alone = ALONE.matcher(text);
        while (!holders.isEmpty() && alone.find()) {
            String holder = holders.getOrDefault(alone.group("of") + " " + alone.group("office"), "");
            if (!holder.isEmpty()) {
                found.add(new NameOccurrence(EntityType.PERSON, holder, alone.start("of"), alone.end("office")));
            }
        }
        return found;
    }
}
