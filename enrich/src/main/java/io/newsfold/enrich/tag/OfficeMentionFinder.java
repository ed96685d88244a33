package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where an office alone means a person ("the Norwegian prime minister") to whom the article gives this office
 * elsewhere ("Norwegian Prime Minister Kari Berg").
 */
final class OfficeMentionFinder {
    private static final String OFFICE = "(?:(?:prime|foreign|defen[cs]e|finance|interior|justice|vice|deputy)[ -])?"
            + "(?:president|minister|chancellor|premier|leader|king|queen|ambassador)";
    private static final Pattern BEFORE_NAME =
            Pattern.compile("(?<country>\\p{Lu}\\p{Ll}+)(?:['’]s)? (?<office>(?i:" + OFFICE + ")),? $");
    private static final Pattern AFTER_NAME =
            Pattern.compile("^, the (?<country>\\p{Lu}\\p{Ll}+) (?<office>(?i:" + OFFICE + "))\\b");
    private static final Pattern ALONE =
            Pattern.compile("\\b[Tt]he (?<country>\\p{Lu}\\p{Ll}+) (?<office>" + OFFICE + ")\\b(?!,? \\p{Lu})");
    private static final String COUNTRY_GROUP = "country";
    private static final String OFFICE_GROUP = "office";

    /** How far from a name its office is looked for, in chars. */
    private static final int REACH = 60;

    private static final String AMBIGUOUS = "";

    private OfficeMentionFinder() {}

    /**
     * The mentions by office alone, with the person's name; an office that two people hold in the article means
     * neither.
     */
    static List<EntityMention> find(String text, List<EntityMention> mentions) {
        Map<String, String> holders = holders(text, mentions);
        List<EntityMention> found = new ArrayList<>();
        Matcher alone = ALONE.matcher(text);
        while (!holders.isEmpty() && alone.find()) {
            String office = alone.group(COUNTRY_GROUP) + " " + alone.group(OFFICE_GROUP);
            String holder = holders.getOrDefault(office, AMBIGUOUS);
            if (!holder.equals(AMBIGUOUS)) {
                int start = alone.start(COUNTRY_GROUP);
                found.add(new EntityMention(EntityType.PERSON, holder, start, alone.end(OFFICE_GROUP)));
            }
        }
        return found;
    }

    /** The name of the person by country and office, or {@link #AMBIGUOUS}. */
    private static Map<String, String> holders(String text, List<EntityMention> mentions) {
        Map<String, String> holders = new HashMap<>();
        for (EntityMention mention : mentions) {
            if (!mention.isFullName()) {
                continue;
            }
            String before = text.substring(Math.max(0, mention.start() - REACH), mention.start());
            String after = text.substring(mention.end(), Math.min(text.length(), mention.end() + REACH));
            for (Matcher stated : List.of(BEFORE_NAME.matcher(before), AFTER_NAME.matcher(after))) {
                if (stated.find()) {
                    String office = stated.group(OFFICE_GROUP).toLowerCase(Locale.ROOT);
                    holders.merge(
                            stated.group(COUNTRY_GROUP) + " " + office,
                            mention.name(),
                            (one, other) -> one.equals(other) ? one : AMBIGUOUS);
                }
            }
        }
        return holders;
    }
}
