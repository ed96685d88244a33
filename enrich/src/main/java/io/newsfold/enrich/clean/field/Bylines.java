package io.newsfold.enrich.clean.field;

import io.newsfold.contract.ArticleText.Author;
import io.newsfold.enrich.clean.field.BylineWords.Kind;
import io.newsfold.enrich.clean.input.TextMeasures;
import io.newsfold.text.charset.TextNormalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds authors in bylines and biographies: people, never desks. */
public final class Bylines {
    private static final String PART = "(?:[\\p{Lu}][\\p{L}'’.-]*|de|van|von|der|den|la|le|al|bin|el|da|dos)";
    private static final String PERSON = "[\\p{Lu}][\\p{L}'’.-]*(?: " + PART + "){1,4}";
    private static final Pattern BIOGRAPHY = Pattern.compile("^(" + PERSON
            + "),? (?:is|was|has been|works|writes|covers|reports|joined|serves|has covered|has written|"
            + "has reported)\\b.*");
    private static final Pattern TRADE = Pattern.compile(
            "(?i)\\b(reporter|correspondent|editor|journalist|columnist|bureau chief|writer|producer|freelance|"
                    + "contributor|covers|covering|writes about|reports on|"
                    + "author of|based in|newsroom|photographer|staff|newspaper)\\b");

    private static final int MOST_CHARS = 120;
    private static final int MOST_MARKS_BEFORE = 4;
    private static final char EAST_ASIAN = '\u2e80';
    private static final Set<String> STARTS = BylineWords.starts();
    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern LEAD = Pattern.compile("[^\\p{L}\\p{N}]{0,3}" + BylineWords.phrases(Kind.LEAD), CASE);
    private static final String MARKS =
            "(?:(" + BylineWords.phrases(Kind.LABEL) + ")|" + BylineWords.phrases(Kind.OTHER) + ")";
    private static final Pattern MARK = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])" + MARKS, CASE);
    private static final Pattern MARKED = Pattern.compile("[^\\p{L}\\p{N}]{0,3}" + MARKS, CASE);
    private static final Pattern TAIL = Pattern.compile(
            "(\\S{2,8}(?: \\S{1,6})?) ?" + BylineWords.phrases(Kind.TAIL).replace("[\\s:|]*", "[\\s=|]*\\p{ASCII}*"));

    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*]|(?:https?:|www\\.)\\S*");
    private static final Pattern SUFFIX_APART =
            Pattern.compile(",\\s+(?=(?:Jr|Sr|JR|SR|II|III|IV)\\.?\\s*(?:[,;|&(]|and\\b|AND\\b|$))");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;|/&=]\\s*|\\s+[-–—·•+]+\\s+|"
            + "(?<=\\p{Ll}{2}\\.)\\s+|(?<=\\s)(?=The |Associated Press|Reuters\\b|AFP\\b|AP\\b|CNN\\b)");
    private static final Pattern BAR = Pattern.compile("\\s+[|·•–—-]\\s+");
    private static final Pattern DATE = Pattern.compile(
            "(?iu)(?:[\\s,|·•–—-]+(?:publi|veröffentl|aktualis|mis à jour|actualiz|atualiz|aggiorn|pubblic|gepubl|"
                    + "bijgewerkt|opubl|опубл|обновл|yayın|güncel|updated|posted|on|am|le|el|em|il|op|den)\\S*"
                    + "(?:[\\s:]+(?:le|el|em|il|on|am|op|den|à|a))?[\\s:]+|[\\s,|·•–—-]+)\\d{1,4}[ ./-].*$");
    private static final Set<String> ANDS = BylineWords.of(Kind.AND);
    private static final Set<String> PLACES = BylineWords.of(Kind.PLACE);

    private Bylines() {}

    /** The people that a byline names; empty where the line is none. */
    public static List<Author> in(String line) {
        if (line.length() > MOST_CHARS || !mayBegin(line) && line.chars().noneMatch(c -> c >= EAST_ASIAN)) {
            return List.of(); // nearly every line of a page
        }
        String text = withoutDate(plain(line));
        Matcher lead = LEAD.matcher(text);
        if (lead.lookingAt()) {
            return isSentence(text.substring(lead.end())) ? List.of() : firstOf(text);
        }
        if (MARKED.matcher(text).lookingAt()) {
            return firstOf(text);
        }
        Matcher tail = TAIL.matcher(text);
        return tail.matches() ? parse(tail.group(1)) : List.of();
    }

    /** A byline up to the date behind the names, and the words that lead to it: "Publié le 23 avril". */
    private static String withoutDate(String text) {
        Matcher date = DATE.matcher(text);
        return date.find() && date.start() > 0 ? text.substring(0, date.start()) : text;
    }

    /** Whether the first two letters are those of some phrase. */
    private static boolean mayBegin(String line) {
        int start = 0;
        while (start < line.length() && start < MOST_MARKS_BEFORE && !Character.isLetter(line.charAt(start))) {
            start++;
        }
        return STARTS.contains(TextMeasures.lower(line.substring(start, Math.min(line.length(), start + 2))));
    }

    /** The people in a list of names as an author field has it. */
    public static List<Author> people(String field) {
        String text = plain(field);
        Matcher tail = TAIL.matcher(text);
        return parse(tail.matches() ? tail.group(1) : text);
    }

    /** The names up to the first bar or dash, behind which sections stand too; of the whole where there are none. */
    private static List<Author> firstOf(String text) {
        List<Author> first = parse(BAR.split(text, 2)[0]);
        return first.isEmpty() ? parse(text) : first;
    }

    /** Whether what follows a preposition has words that are no part of a list of names, as sentences have. */
    private static boolean isSentence(String rest) {
        String part = SEPARATOR.split(rest, 2)[0];
        for (String word : part.split("\\s+")) {
            boolean isLower = !word.isEmpty()
                    && Character.isLowerCase(word.codePointAt(0))
                    && word.codePoints().noneMatch(Character::isUpperCase);
            if (isLower && !ANDS.contains(word) && !PLACES.contains(word) && !PersonNames.isLowerPart(word)) {
                return true;
            }
        }
        return false;
    }

    /** One line with the separators that names have in Latin script. */
    private static String plain(String text) {
        return BRACKETS.matcher(TextNormalizer.oneLine(text))
                .replaceAll(" ")
                .strip()
                .replace('：', ':')
                .replace('／', '/')
                .replace('｜', '|')
                .replace('、', ',')
                .replace('，', ',')
                .replace('＝', '=');
    }

    /** The names after a lead, a label or nothing; those after the labels of others are left out. */
    private static List<Author> parse(String text) {
        Map<String, Author> found = new LinkedHashMap<>();
        Matcher lead = LEAD.matcher(text);
        int from = lead.lookingAt() ? lead.end() : 0;
        boolean isAuthors = true;
        Matcher mark = MARK.matcher(text).region(from, text.length()).useTransparentBounds(true);
        while (mark.find()) {
            addNames(found, isAuthors ? text.substring(from, mark.start()) : "");
            isAuthors = mark.group(1) != null;
            from = mark.end();
        }
        addNames(found, isAuthors ? text.substring(from) : "");
        return List.copyOf(found.values());
    }

    private static void addNames(Map<String, Author> found, String list) {
        String plain = SUFFIX_APART.matcher(list).replaceAll(" ");
        boolean isLoud = plain.codePoints().noneMatch(Character::isLowerCase);
        for (String part : SEPARATOR.split(plain.strip())) {
            List<String> name = new ArrayList<>();
            boolean isPlace = false;
            for (String word : part.strip().split("\\s+")) {
                String key = isLoud ? TextMeasures.lower(word) : word;
                if (ANDS.contains(key)) {
                    addName(found, name);
                    isPlace = false;
                } else if (!name.isEmpty() && PLACES.contains(key)) {
                    addName(found, name);
                    isPlace = true;
                } else if (!isPlace) {
                    name.add(word);
                }
            }
            addName(found, name);
        }
    }

    private static void addName(Map<String, Author> found, List<String> words) {
        PersonNames.of(words).forEach(name -> found.putIfAbsent(TextMeasures.bare(name), new Author(name)));
        words.clear();
    }

    /** Whether the text says who an author is. */
    public static boolean isBiography(String text) {
        Matcher biography = BIOGRAPHY.matcher(text);
        return biography.matches()
                && TRADE.matcher(text).find()
                && !people(biography.group(1)).isEmpty();
    }

    /** The person whom a biography is about. */
    public static List<Author> ofBiography(String text) {
        Matcher biography = BIOGRAPHY.matcher(text);
        return biography.matches() ? people(biography.group(1)) : List.of();
    }
}
