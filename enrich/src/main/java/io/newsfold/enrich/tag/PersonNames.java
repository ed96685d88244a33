package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The people whom an article names in full, and which of them a surname, a given name or a nickname means. */
final class PersonNames {
    private static final Map<String, String> NICKNAMES = nicknames("""
            bill william, will william, billy william, joe joseph, mike michael, bob robert, rob robert, bobby robert, jim james, jimmy james, tom thomas,
            dave david, steve steven, chris christopher, tony anthony, liz elizabeth, beth elizabeth, ted edward, ed edward, dick richard, rick richard,
            dan daniel, danny daniel, ken kenneth, ben benjamin, alex alexander, nick nicholas, andy andrew, matt matthew, greg gregory, sam samuel,
            ron ronald, don donald, jeff jeffrey, pat patrick, ray raymond, larry lawrence, jerry gerald, fred frederick, charlie charles, chuck charles,
            jack john, kate katherine, kathy katherine, sue susan, debbie deborah, pete peter, phil philip, tim timothy, jon jonathan, josh joshua,
            zack zachary, vlad vladimir, abe abraham, al albert, gene eugene, hank henry, harry henry, peggy margaret, maggie margaret, jen jennifer""");

    private static final Pattern GENERATION = Pattern.compile("(?:Jr|Sr)\\.?|I{2,3}|IV");

    private final NameKey spelling;
    private final Map<String, List<Person>> byLastWord = new HashMap<>();
    private final Map<String, Set<Person>> byGivenName = new HashMap<>();
    private final Map<String, TreeMap<Integer, Person>> bySurname = new HashMap<>(); // by where a full name stands

    PersonNames(NameKey spelling) {
        this.spelling = spelling;
    }

    /** Someone named in full, by the fullest name. */
    static final class Person {
        private String name;

        private Person(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }
    }

    private static Map<String, String> nicknames(String list) {
        Map<String, String> nicknames = new HashMap<>();
        Arrays.stream(list.strip().split(",\\s*"))
                .map(pair -> pair.split(" "))
                .forEach(pair -> nicknames.put(pair[0], pair[1]));
        return Map.copyOf(nicknames);
    }

    /** The person of this full name, who may have been named before in another form: Bill Clinton, William J. Clinton. */
    Person named(NameOccurrence full) {
        String name = full.name();
        List<Person> namesakes = byLastWord.computeIfAbsent(key(lastWord(name)), k -> new ArrayList<>());
        Person person =
                namesakes.stream().filter(p -> isSame(p.name, name)).findFirst().orElse(null);
        if (person == null) {
            person = new Person(name);
            namesakes.add(person);
        } else if (name.length() > person.name.length()) {
            person.name = name;
        }
        byGivenName.computeIfAbsent(key(firstWord(name)), k -> new HashSet<>()).add(person);
        for (String surname : List.of(surname(name), lastWord(name))) {
            bySurname.computeIfAbsent(key(surname), k -> new TreeMap<>()).put(full.start(), person);
        }
        return person;
    }

    /** Whom a name of one word, or one with particles, means: by surname, the one named last where there are several; then by given name. */
    @Nullable
    Person meant(NameOccurrence shortName) {
        String key = key(shortName.name());
        TreeMap<Integer, Person> namesakes = bySurname.get(key);
        if (namesakes != null) {
            Map.Entry<Integer, Person> before = namesakes.floorEntry(shortName.start());
            return before == null ? namesakes.firstEntry().getValue() : before.getValue();
        }
        Set<Person> sameGivenName = byGivenName.getOrDefault(key, Set.of());
        return sameGivenName.size() == 1 ? sameGivenName.iterator().next() : null;
    }

    /** Whether two full names with the same last word are one person's. */
    private boolean isSame(String one, String other) {
        return key(one).equals(key(other)) || isSameGiven(firstWord(one), firstWord(other));
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
        String lower = given.toLowerCase(Locale.ROOT);
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
