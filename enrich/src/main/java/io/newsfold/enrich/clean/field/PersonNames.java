package io.newsfold.enrich.clean.field;

import io.newsfold.enrich.clean.field.BylineWords.Kind;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes names of people of the words between two separators of a byline; names of organisations are left out. */
final class PersonNames {
    private static final Set<String> TITLES = BylineWords.of(Kind.TITLE);
    private static final Set<String> DEGREES = BylineWords.of(Kind.DEGREE);
    private static final Set<String> SUFFIXES = BylineWords.of(Kind.SUFFIX);
    private static final Set<String> PARTICLES = BylineWords.of(Kind.PARTICLE);
    private static final Set<String> ROLES = BylineWords.of(Kind.ROLE);
    private static final Set<String> MONTHS = BylineWords.of(Kind.MONTH);
    private static final Set<String> DESKS = BylineWords.of(Kind.DESK);
    private static final List<String> DESK_ENDINGS = BylineWords.endings(Kind.DESK);
    private static final List<String> DESKS_WITHIN =
            DESKS.stream().filter(word -> isEastAsian(word.codePointAt(0))).toList();

    private static final Pattern WORD = Pattern.compile("(?:\\p{L}{1,3}['’-])?\\p{Lu}[\\p{L}\\p{M}'’.-]*");
    private static final Pattern EAST_ASIAN = Pattern.compile("[\\p{IsHan}々]{2,4}|\\p{IsHangul}{2,4}|"
            + "[\\p{IsHan}々\\p{IsHiragana}\\p{IsKatakana}ー・·]{1,6} ?"
            + "[\\p{IsHan}々\\p{IsHiragana}\\p{IsKatakana}ー・·]{1,6}");
    private static final Pattern CASELESS_WORD = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{Cf}'’.-]+");
    private static final Pattern RUN_TOGETHER = Pattern.compile("(?<=\\p{Ll}{4})(?=\\p{Lu}\\p{Ll})");
    private static final int MOST_WORDS = 6;
    private static final int MOST_CHARS = 60;
    private static final int LEAST_CAPITALS = 3;
    private static final int ABBREVIATED = 3;

    private PersonNames() {}

    /** The names in {@code words}, mostly one; more where names have run together. */
    static List<String> of(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            String[] halves = RUN_TOGETHER.split(words.get(i), 2);
            if (halves.length == 2) {
                List<String> before = new ArrayList<>(words.subList(0, i));
                before.add(halves[0]);
                List<String> after = new ArrayList<>(List.of(halves[1]));
                after.addAll(words.subList(i + 1, words.size()));
                List<String> second = of(after);
                boolean isEnd = isRole(halves[1]) || isDesk(halves[1]) || isMonth(halves[1]);
                if (!second.isEmpty() || isEnd || after.stream().anyMatch(PersonNames::isRole)) {
                    List<String> names = new ArrayList<>(one(before));
                    names.addAll(second);
                    return names;
                }
            }
        }
        return one(words);
    }

    /** Whether the words are the name of one person as it would be written in a byline. */
    static boolean isName(String text) {
        return one(List.of(text.split(" ", -1))).contains(text);
    }

    private static List<String> one(List<String> words) {
        List<String> name = new ArrayList<>(words);
        while (name.size() > 2 && TITLES.contains(BylineWords.key(name.get(0)))) {
            name.remove(0);
        }
        int end = end(name);
        if (name.subList(0, end).stream().anyMatch(PersonNames::isDesk)) {
            return List.of();
        }
        String joined = String.join(" ", name.subList(0, end)).replaceFirst("(?<=\\p{Ll}{2})\\.$", "");
        boolean isSuffix = end > 0 && SUFFIXES.contains(BylineWords.key(name.get(end - 1)));
        String whole = isSuffix ? String.join(" ", name.subList(0, end)) : joined;
        if (whole.length() > MOST_CHARS || whole.isEmpty()) {
            return List.of();
        }
        if (whole.codePoints().anyMatch(Character::isUpperCase)) {
            return isCasedName(whole) ? List.of(inNameCase(whole)) : List.of();
        }
        return isCaselessName(whole) ? List.of(whole) : List.of();
    }

    /** How many of the words belong to the name: roles, degrees, dates and addresses end it. */
    private static int end(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean isNoName = hasDigit(words, i) || word.indexOf('@') >= 0;
            boolean isLater = i >= 2 && (isMonth(word) || isDegree(word));
            boolean isDate = i == 1 && isMonth(word) && (isAbbreviatedMonth(word) || hasDigit(words, i + 1));
            boolean isDegreeFirst = i == 0
                    && (SUFFIXES.contains(BylineWords.key(word))
                            || isDegree(word) && words.size() > 1 && !isLoud(words.get(1)));
            if (isNoName || isLater || isDate || isDegreeFirst || isRole(word)) {
                return i;
            }
        }
        return words.size();
    }

    private static boolean isRole(String word) {
        return ROLES.contains(BylineWords.key(word));
    }

    private static boolean hasDigit(List<String> words, int i) {
        return i < words.size() && words.get(i).chars().anyMatch(Character::isDigit);
    }

    private static boolean isLoud(String word) {
        return word.codePoints().noneMatch(Character::isLowerCase);
    }

    /** May is a surname, too. */
    private static boolean isAbbreviatedMonth(String word) {
        String key = BylineWords.key(word);
        return key.length() == ABBREVIATED && !key.equals("may");
    }

    /** Whether a name can have the word, although it is in lower case. */
    static boolean isLowerPart(String word) {
        return PARTICLES.contains(word) || isRole(word) || TITLES.contains(BylineWords.key(word));
    }

    private static boolean isMonth(String word) {
        return MONTHS.contains(BylineWords.key(word));
    }

    private static boolean isDegree(String word) {
        boolean isWritten = word.indexOf('.') > 0
                || word.chars().filter(Character::isUpperCase).count() >= 2;
        return isWritten && DEGREES.contains(BylineWords.key(word));
    }

    private static boolean isDesk(String word) {
        String key = BylineWords.key(word);
        return DESKS.contains(key)
                || DESKS.contains(key.substring(key.lastIndexOf('-') + 1))
                || key.indexOf('/') >= 0
                || DESK_ENDINGS.stream().anyMatch(key::endsWith)
                || isEastAsian(key.isEmpty() ? ' ' : key.codePointAt(0))
                        && DESKS_WITHIN.stream().anyMatch(key::contains);
    }

    private static boolean isCasedName(String name) {
        String[] words = name.split(" ", -1);
        if (words.length < 2 || words.length > MOST_WORDS || isAbbreviation(words[0], name)) {
            return false;
        }
        for (String word : words) {
            if (!WORD.matcher(word).matches() && !PARTICLES.contains(word)) {
                return false;
            }
        }
        String last = words[words.length - 1];
        return !PARTICLES.contains(last) && words[0].length() + last.length() > 2;
    }

    /** Whether the first word is in capitals and the name is not: so bodies are written, and no people. */
    private static boolean isAbbreviation(String first, String name) {
        return first.length() >= LEAST_CAPITALS
                && first.chars().allMatch(Character::isUpperCase)
                && name.chars().anyMatch(Character::isLowerCase);
    }

    private static boolean isCaselessName(String name) {
        if (isEastAsian(name.codePointAt(0))) {
            return EAST_ASIAN.matcher(name).matches();
        }
        String[] words = name.split(" ", -1);
        if (words.length < 2 || words.length > MOST_WORDS - 2) {
            return false;
        }
        for (String word : words) {
            boolean isCaseless = word.codePoints().noneMatch(Character::isLowerCase);
            if (!isCaseless || !CASELESS_WORD.matcher(word).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEastAsian(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HANGUL
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA;
    }

    private static String inNameCase(String name) {
        boolean isLoud = name.codePoints().noneMatch(Character::isLowerCase);
        List<String> cased = new ArrayList<>();
        for (String word : name.split(" ", -1)) {
            boolean isFirst = cased.isEmpty();
            if (isLoud && !isFirst && PARTICLES.contains(BylineWords.key(word))) {
                cased.add(BylineWords.key(word));
            } else {
                cased.add(isLoudWord(word, isLoud) ? capitalised(word) : word);
            }
        }
        return String.join(" ", cased);
    }

    /** Whether a word is in capitals and no initials or numeral. */
    private static boolean isLoudWord(String word, boolean isNameLoud) {
        long letters = word.codePoints().filter(Character::isLetter).count();
        boolean isLoud = word.codePoints().noneMatch(Character::isLowerCase);
        boolean isInitials = word.matches("(?:\\p{Lu}\\.-?)+") || word.matches("[^AEIOUYÄÖÜÅØÉАЕИОУЫЭЮЯІ]{1,3}");
        boolean isNumeral = word.matches("[IVX]+");
        return isLoud && !isInitials && !isNumeral && letters >= (isNameLoud ? 2 : LEAST_CAPITALS);
    }

    private static String capitalised(String word) {
        StringBuilder cased = new StringBuilder();
        boolean isStart = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean isPossessive = cased.length() > 2;
            cased.append(isStart ? c : lower(c));
            boolean isApostrophe = c == '\'' || c == '’';
            isStart = c == '-'
                    || isApostrophe && !isPossessive
                    || cased.toString().equals("Mc");
        }
        return cased.toString();
    }

    private static String lower(char c) {
        return c == 'İ' ? "i" : String.valueOf(Character.toLowerCase(c));
    }
}
