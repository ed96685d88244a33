package io.newsfold.enrich.tag;

import com.ibm.icu.util.ULocale;
import io.newsfold.contract.EntityType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells where the name of a town or a state means its team: results, tables, "beat", "midfielder". National teams are
 * not told from their countries. English.
 */
final class TeamNames {
    private static final String NAME = "\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,3}";
    private static final String POINTS = "\\d{1,3}(?![\\d%])(?: ?\\([^()\\n]{1,20}\\))?";

    /** What stands behind the name of a team: the other's name between two results, one result, a row of a table. */
    private static final Pattern BEFORE_OTHER = Pattern.compile(
            "[ \\t]+" + POINTS + "[,;]?[ \\t]+(?:at )?" + NAME + "[ \\t]+" + POINTS + "[ \\t]*(?:$|[\\n,;.:(]|-)");

    private static final Pattern BEFORE_RESULT = Pattern.compile(
            "[ \\t]+\\d{1,3} ?[-–] ?\\d{1,3}[ \\t]+\\p{Lu}|(?:[ \\t]+\\d{1,3}){3,}[ \\t]*(?:\\.\\d|-|$|\\n)");

    private static final String WINNING = "(?:beat|beats|beating|defeated|defeating|thrashed|thrashing|trounced|routed"
            + "|thumped|hammered|edged|edging|outscored|outplayed|downed|drubbed)";

    private static final Pattern BEFORE_VERB = Pattern.compile(" (?:have |had |has )?(?:" + WINNING
            + "|drew (?:\\d+-\\d+ )?with|lost (?:\\d+-\\d+ )?to) (?:visiting |the )?\\p{Lu}");

    private static final Pattern BEFORE_POSITION =
            Pattern.compile("(?:['’]s?)? (?:(?:and )?\\p{L}+ )?(?:midfielder|striker"
                    + "|goalkeeper|defender|winger|full-?back|cent(?:re|er)-?back|fly-?half|scrum-?half|quarterback|running back"
                    + "|linebacker|wide receiver|cornerback|pitcher|shortstop|infielder|outfielder|right-hander|left-hander|batsman"
                    + "|bowler|wicket-?keeper|point guard|goaltender|defenseman|all-rounder|opener)s?\\b");

    /** What stands before the name of the second of two teams, which its points follow. */
    private static final Pattern AFTER_OTHER =
            Pattern.compile("\\p{Lu}[\\p{L}.'’-]*[ \\t]+" + POINTS + "[,;]?[ \\t]+(?:at )?$");

    private static final Pattern AFTER_RESULT =
            Pattern.compile("\\p{Lu}[\\p{L}.'’-]*[ \\t]+\\d{1,3} ?[-–] ?\\d{1,3}[ \\t]+$");

    private static final Pattern POINTS_FOLLOW = Pattern.compile("[ \\t]+" + POINTS + "[ \\t]*(?:$|[\\n,;.:(]|-)");

    private static final Pattern AFTER_VERB = Pattern.compile("(?:\\b" + WINNING
            + "|\\b(?:win|victory|triumph) over|\\bdrew(?: \\d+-\\d+)? with|\\bdraw with|\\b(?:loss|lost)(?: \\d+-\\d+)? to"
            + "|\\bdefeat by|\\b\\p{Lu}\\p{L}+ vs?\\.?) (?:visiting |the )?$");

    /** Where a result must be near: places are beaten elsewhere too. */
    private static final Pattern RESULT = Pattern.compile("\\b\\d{1,3}[-–]\\d{1,3}\\b");

    /** Where a name means the place though the team is named elsewhere. */
    private static final Pattern AFTER_PLACE_WORD =
            Pattern.compile("(?i)\\b(?:in|at|near|outside|around|from|to|of|across|throughout|downtown) (?:the )?$");

    private static final int REACH = 60;

    private static final Set<String> COUNTRIES = Arrays.stream(ULocale.getISOCountries())
            .map(code -> new ULocale("und", code).getDisplayCountry(ULocale.ENGLISH))
            .collect(Collectors.toSet());

    private static final Set<String> OTHER_COUNTRIES = Set.of(
            "England",
            "Scotland",
            "Wales",
            "Northern Ireland",
            "Britain",
            "Great Britain",
            "U.S.",
            "US",
            "USA",
            "U.S.A.",
            "America",
            "Korea",
            "Holland",
            "West Indies",
            "Yugoslavia",
            "Soviet Union",
            "Czech Republic",
            "Bosnia",
            "Turkey",
            "Macedonia",
            "Ivory Coast",
            "Hong Kong",
            "UK",
            "U.K.",
            "UAE",
            "EU",
            "Palestine",
            "Burma",
            "Zaire");

    private TeamNames() {}

    /** Those of the mentions that name a team by its place. */
    static Set<EntityMention> among(List<EntityMention> mentions, String text) {
        Set<EntityMention> teams = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (EntityMention mention : mentions) {
            if (canBeTeam(mention) && isTeam(mention, text)) {
                teams.add(mention);
                names.add(mention.name());
            }
        }
        for (EntityMention mention : mentions) {
            if (names.contains(mention.name())
                    && isPlaceOrBody(mention)
                    && !AFTER_PLACE_WORD.matcher(before(mention, text)).find()) {
                teams.add(mention);
            }
        }
        return teams;
    }

    private static boolean canBeTeam(EntityMention mention) {
        return isPlaceOrBody(mention)
                && !COUNTRIES.contains(mention.name())
                && !OTHER_COUNTRIES.contains(mention.name());
    }

    /** Alone, the name of a town looks like either. */
    private static boolean isPlaceOrBody(EntityMention mention) {
        return mention.type() == EntityType.PLACE || mention.type() == EntityType.ORGANISATION;
    }

    private static boolean isTeam(EntityMention mention, String text) {
        String before = before(mention, text);
        String after = text.substring(mention.end(), Math.min(text.length(), mention.end() + 2 * REACH));
        return BEFORE_OTHER.matcher(after).lookingAt()
                || BEFORE_RESULT.matcher(after).lookingAt()
                || BEFORE_POSITION.matcher(after).lookingAt()
                || AFTER_RESULT.matcher(before).find()
                || AFTER_OTHER.matcher(before).find()
                        && POINTS_FOLLOW.matcher(after).lookingAt()
                || (BEFORE_VERB.matcher(after).lookingAt()
                                || AFTER_VERB.matcher(before).find())
                        && (RESULT.matcher(before).find()
                                || RESULT.matcher(after).find());
    }

    private static String before(EntityMention mention, String text) {
        return text.substring(Math.max(0, mention.start() - REACH), mention.start());
    }
}
