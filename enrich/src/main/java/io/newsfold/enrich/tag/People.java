package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The people whom an article names in full, and which of them a surname, a given name or a nickname means. */
final class People {
    private static final Map<String, String> NICKNAMES = nicknames("""
            bill william, will william, billy william, joe joseph, mike michael, bob robert, rob robert, bobby robert, jim james, jimmy james, tom thomas,
            dave david, steve steven, chris christopher, tony anthony, liz elizabeth, beth elizabeth, ted edward, ed edward, dick richard, rick richard,
            dan daniel, danny daniel, ken kenneth, ben benjamin, alex alexander, nick nicholas, andy andrew, matt matthew, greg gregory, sam samuel,
            ron ronald, don donald, jeff jeffrey, pat patrick, ray raymond, larry lawrence, jerry gerald, fred frederick, charlie charles, chuck charles,
            jack john, kate katherine, kathy katherine, sue susan, debbie deborah, pete peter, phil philip, tim timothy, jon jonathan, josh joshua,
            zack zachary, vlad vladimir, abe abraham, al albert, gene eugene, hank henry, harry henry, peggy margaret, maggie margaret, jen jennifer""");

    private static final Pattern GENERATION = Pattern.compile("(?:Jr|Sr)\\.?|I{2,3}|IV");

    private final Spelling spelling;
    private final List<Person> people = new ArrayList<>();

    People(Spelling spelling) {
        this.spelling = spelling;
    }

    /** Someone named in full: the words of the fullest name, and where a full name of theirs stands. */
    static final class Person {
        private String name;
        private final List<Integer> starts = new ArrayList<>();

        private Person(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }
    }

    private static Map<String, String> nicknames(String list) {
        Map<String, String> nicknames = new java.util.HashMap<>();
        Arrays.stream(list.strip().split(",\\s*"))
                .map(pair -> pair.split(" "))
                .forEach(pair -> nicknames.put(pair[0], pair[1]));
        return Map.copyOf(nicknames);
    }

    /** The person of this full name, who may have been named before in another form: Bill Clinton, William J. Clinton. */
    Person named(Naming full) {
        Person same = people.stream()
                .filter(p -> isSame(p.name, full.name()))
                .findFirst()
                .orElse(null);
        if (same == null) {
            same = new Person(full.name());
            people.add(same);
        } else if (full.name().length() > same.name.length()) {
            same.name = full.name();
        }
        same.starts.add(full.start());
        return same;
    }

    /** Whom a name of one word, or one with particles, means: by surname, then by given name; the one named last where there are several. */
    @Nullable
    Person meant(Naming shortName) {
        String key = key(shortName.name());
        List<Person> bySurname = people.stream()
                .filter(p -> key(surname(p.name)).equals(key)
                        || key(lastWord(p.name)).equals(key))
                .toList();
        if (!bySurname.isEmpty()) {
            return nearest(bySurname, shortName.start());
        }
        List<Person> byGivenName =
                people.stream().filter(p -> key(firstWord(p.name)).equals(key)).toList();
        return byGivenName.size() == 1 ? byGivenName.get(0) : null;
    }

    private static Person nearest(List<Person> people, int start) {
        Person nearest = people.get(0);
        int last = -1;
        for (Person person : people) {
            for (int at : person.starts) {
                if (at <= start && at > last) {
                    last = at;
                    nearest = person;
                }
            }
        }
        return nearest;
    }

    private boolean isSame(String one, String other) {
        if (key(one).equals(key(other))) {
            return true;
        }
        return key(lastWord(one)).equals(key(lastWord(other))) && isSameGiven(firstWord(one), firstWord(other));
    }

    private boolean isSameGiven(String one, String other) {
        String a = key(one);
        String b = key(other);
        boolean initial = isInitial(one) || isInitial(other);
        return a.equals(b)
                || initial && a.charAt(0) == b.charAt(0)
                || formal(one).equals(formal(other));
    }

    private static boolean isInitial(String name) {
        return name.length() == 1 || name.length() == 2 && name.charAt(1) == '.';
    }

    private static String formal(String given) {
        String lower = given.toLowerCase(java.util.Locale.ROOT);
        return NICKNAMES.getOrDefault(lower, lower);
    }

    private String key(String name) {
        return spelling.of(EntityType.PERSON, name);
    }

    private static String firstWord(String name) {
        return name.substring(0, name.indexOf(' ') < 0 ? name.length() : name.indexOf(' '));
    }

    private static String lastWord(String name) {
        String[] words = name.split(" ");
        int last = words.length - 1;
        return last > 0 && GENERATION.matcher(words[last]).matches() ? words[last - 1] : words[last];
    }

    /** The last word with the small words before it: von der Leyen. */
    private static String surname(String name) {
        String[] words = name.split(" ");
        int first = words.length - 1;
        while (first > 1 && Character.isLowerCase(words[first - 1].charAt(0))) {
            first--;
        }
        return String.join(" ", Arrays.asList(words).subList(first, words.length));
    }

    /** Whether the name has a given name: more than one word, and not only particles before the last. */
    static boolean isFull(String name) {
        return name.indexOf(' ') > 0 && Character.isUpperCase(name.codePointAt(0));
    }
}
