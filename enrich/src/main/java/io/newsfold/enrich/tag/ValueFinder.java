package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates, sums of money, percentages and quantities in an English text. */
final class ValueFinder {
    private static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
    private static final String WORD_NUMBER = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
            + "|dozens? of|hundreds? of|thousands? of|millions? of)";
    private static final String SCALE = "(?:[ -]?(?:thousand|million|billion|trillion|[mb]n|[kKmMbB])\\b)";
    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December"
                    + "|Jan\\.?|Feb\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)";
    private static final String DAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
    private static final String CURRENCY =
            "(?:US dollars?|dollars?|euros?|pounds?(?! of)|yuan|yen|rubles?|roubles?|rupees?|francs?|pesos?"
                    + "|hryvnias?|won|cents?)";
    private static final String UNIT =
            "(?:miles?|kilomet(?:er|re)s?|km|met(?:er|re)s?|feet|foot|inch(?:es)?|yards?|acres?|hectares?"
                    + "|square (?:miles?|kilomet(?:er|re)s?|feet|met(?:er|re)s?)"
                    + "|tons?|tonnes?|kilograms?|kilos?|kg|grams?|ounces?|lit(?:er|re)s?|gallons?|barrels?"
                    + "|degrees?|mph|knots|megawatts?|gigawatts?)";

    private static final Pattern PERCENT =
            Pattern.compile(NUMBER + "(?:%|[ -]?(?:percent|per cent|percentage points?)\\b)");
    private static final Pattern MONEY = Pattern.compile("(?:US|A|C|HK|NZ)?[$€£¥₹]\\s?" + NUMBER + SCALE + "?|(?:"
            + NUMBER + "|" + WORD_NUMBER + ")" + SCALE + "? " + CURRENCY + "\\b");
    private static final Pattern QUANTITY = Pattern.compile(NUMBER + SCALE + "?[ -]" + UNIT + "\\b");
    private static final Pattern DATE = Pattern.compile(
            "(?:" + DAY + ",? )?(?:" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)? "
                    + MONTH + "(?:,? \\d{4})?|" + MONTH + ",? \\d{4})\\b|" + DAY + "\\b|\\d{4}-\\d{2}-\\d{2}\\b");
    private static final Pattern YEAR = Pattern.compile(
            "(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Dd]uring|[Oo]f) )(?:1[89]|20)\\d{2}\\b(?![,.]\\d)");
    /** The words with which one of the patterns can begin. */
    private static final Set<String> FIRST_WORDS = Set.of(("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
                    + " January February March April May June July August September October November December"
                    + " Jan Jan. Feb Feb. Aug Aug. Sep Sep. Sept Sept. Oct Oct. Nov Nov. Dec Dec."
                    + " one two three four five six seven eight nine ten eleven twelve"
                    + " dozen dozens hundred hundreds thousand thousands million millions US A C HK NZ")
            .split(" "));

    private static final String CURRENCY_SIGNS = "$€£¥₹";

    /** The first pattern that matches wins. */
    private static final List<ValuePattern> PATTERNS = List.of(
            new ValuePattern(PERCENT, EntityType.PERCENT),
            new ValuePattern(MONEY, EntityType.MONEY),
            new ValuePattern(QUANTITY, EntityType.QUANTITY),
            new ValuePattern(DATE, EntityType.DATE),
            new ValuePattern(YEAR, EntityType.DATE));

    private record ValuePattern(Pattern pattern, EntityType type) {}

    private ValueFinder() {}

    /** The values that overlap no name, from left to right; each begins with a token. */
    static List<EntityMention> find(String text, List<List<Token>> sentences, List<EntityMention> names) {
        BitSet taken = new BitSet();
        names.forEach(name -> taken.set(name.start(), name.end()));
        List<EntityMention> values = new ArrayList<>();
        for (List<Token> sentence : sentences) {
            for (Token token : sentence) {
                if (canBeginValue(token.text()) && !taken.get(token.start())) {
                    EntityMention value = valueAt(text, token.start());
                    int next = taken.nextSetBit(token.start());
                    if (value != null && (next < 0 || next >= value.end())) {
                        taken.set(value.start(), value.end());
                        values.add(value);
                    }
                }
            }
        }
        return values;
    }

    private static boolean canBeginValue(String token) {
        int first = token.codePointAt(0);
        return Character.isDigit(first) || CURRENCY_SIGNS.indexOf(first) >= 0 || FIRST_WORDS.contains(token);
    }

    private static @Nullable EntityMention valueAt(String text, int start) {
        for (ValuePattern value : PATTERNS) {
            Matcher matcher =
                    value.pattern().matcher(text).region(start, text.length()).useTransparentBounds(true);
            if (matcher.lookingAt()) {
                return new EntityMention(value.type(), matcher.group(), start, matcher.end());
            }
        }
        return null;
    }
}
