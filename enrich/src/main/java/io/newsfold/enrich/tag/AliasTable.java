package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import io.newsfold.enrich.entity.NameKey;
import io.newsfold.text.WritingSystem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entities that a name may mean in any article: the table that we ship, and before it the user's gazetteer. Names
 * are looked up as written and then by their {@link NameKey}. Immutable.
 */
public final class AliasTable {
    /** Words of so many letters are acronyms only in capitals. */
    private static final int LONGEST_WORD_LIKE_ACRONYMS = 3;

    private static final AliasTable SHIPPED = new AliasTable(List.of());

    private final Map<String, Set<KnownEntity>> byName = new HashMap<>();
    private final Map<String, Set<KnownEntity>> byKey = new HashMap<>();
    private final Map<String, Set<KnownEntity>> byShortName = new HashMap<>();
    private final Map<String, KnownEntity> gazetteer = new HashMap<>();
    private final Map<String, Integer> longestByFirstToken = new HashMap<>();

    private AliasTable(Collection<GazetteerEntry> entries) {
        read("aliases.tsv", true);
        read("aliases-made.tsv.gz", false);
        readLeaders();
        readNamesOfOtherLanguages();
        for (GazetteerEntry entry : entries) {
            for (String name : entry.names()) {
                gazetteer.put(name, entry.entity());
                addLength(name);
            }
        }
    }

    /** The table that we ship. */
    public static AliasTable shipped() {
        return SHIPPED;
    }

    /** The shipped table with the user's gazetteer before it. */
    public static AliasTable with(UserGazetteer gazetteer) {
        return new AliasTable(gazetteer.entries());
    }

    /** Adds the names that other languages have for entities of the table. */
    private void readNamesOfOtherLanguages() {
        TableLines.forEach("aliases-world.tsv", line -> {
            String[] columns = line.split("\t", -1);
            KnownEntity entity = byName.getOrDefault(columns[0], Set.of()).stream()
                    .filter(KnownEntity::isCertain)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no entity of the table: " + columns[0]));
            for (String name : AliasLine.items(columns[1])) {
                addTo(byName, name, entity);
                addTo(byKey, typedKey(entity.type(), NameKey.of(entity.type(), name)), entity);
                addLength(name);
            }
            for (String name : AliasLine.items(columns[2])) {
                addTo(byShortName, name, entity);
                addLength(name);
            }
        });
    }

    /** Adds people in office: new spellings of those that the table has, and the others. */
    private void readLeaders() {
        Map<String, KnownEntity> leaders = new HashMap<>();
        TableLines.forEach("leaders.tsv", line -> {
            String[] columns = line.split("\t", -1);
            KnownEntity leader = leaders.computeIfAbsent(columns[0], this::person);
            List<String> names = new ArrayList<>(AliasLine.items(columns[1]));
            names.add(columns[0]);
            for (String name : names) {
                if (!byName.containsKey(name)) {
                    add(name, leader);
                    addLength(name);
                }
            }
        });
    }

    /** The person of this name in the table, or one whom it does not have yet. */
    private KnownEntity person(String name) {
        return byName.getOrDefault(name, Set.of()).stream()
                .filter(entity -> entity.type() == EntityType.PERSON)
                .findFirst()
                .orElseGet(() -> new KnownEntity(null, EntityType.PERSON, name, null, List.of(), false, true, null));
    }

    private void read(String resource, boolean isCertain) {
        TableLines.forEach(resource, line -> add(AliasLine.of(line, isCertain)));
    }

    private void add(AliasLine line) {
        KnownEntity entity = line.entity();
        line.names().forEach(name -> add(name, entity));
        line.shortNames().forEach(name -> addTo(byShortName, name, entity));
        if (entity.isCertain()) {
            line.names().forEach(this::addLength);
            line.shortNames().forEach(this::addLength);
        }
    }

    /** Adds a name; one that no person chose does not make another name ambiguous. */
    private void add(String name, KnownEntity entity) {
        if (!entity.isCertain() && byName.containsKey(name)) {
            return;
        }
        addTo(byName, name, entity);
        String key = typedKey(entity.type(), NameKey.of(entity.type(), name));
        if (entity.isCertain() || !byKey.containsKey(key)) {
            addTo(byKey, key, entity);
        }
    }

    private static void addTo(Map<String, Set<KnownEntity>> entities, String name, KnownEntity entity) {
        entities.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(entity);
    }

    private static String typedKey(EntityType type, String key) {
        return type + "|" + key;
    }

    private void addLength(String name) {
        List<Token> tokens = Tokenizer.tokens(name, WritingSystem.isInCharacters(name) ? "zh" : "en");
        longestByFirstToken.merge(tokens.get(0).text(), tokens.size(), Math::max);
    }

    /** The entity of the user's gazetteer with this name, or null. */
    @Nullable
    KnownEntity inGazetteer(String name) {
        return gazetteer.get(name);
    }

    /**
     * The length, in tokens, of the longest name that begins with this token and may have a {@link #typeAnywhere}; or
     * 0.
     */
    int longestFrom(String token) {
        return longestByFirstToken.getOrDefault(token, 0);
    }

    /**
     * The type of the only entity that a name means wherever it occurs. Such names are those of the user's gazetteer,
     * names of several words that a person chose for a person or an organisation, or in another script than the Latin
     * one, and names of one word chosen for an organisation, except at the start of a sentence, where any word has a
     * capital. Null for all others.
     */
    @Nullable
    EntityType typeAnywhere(String name, boolean startsSentence) {
        KnownEntity own = gazetteer.get(name);
        if (own != null) {
            return own.type();
        }
        boolean hasSpace = name.indexOf(' ') > 0;
        boolean isForeign = !WritingSystem.isLatin(name);
        Set<KnownEntity> entities = byName.getOrDefault(name, hasSpace || isForeign ? withShortName(name) : Set.of());
        KnownEntity only = entities.size() == 1 ? entities.iterator().next() : null;
        if (only == null || !only.isCertain() || only.type() == EntityType.PLACE) {
            return null;
        }
        boolean isUnmistakable = hasSpace || isForeign || only.type() == EntityType.ORGANISATION && !startsSentence;
        return isUnmistakable ? only.type() : null;
    }

    /** The entities with this name as written, or else with its key for the type; empty where there are none. */
    Set<KnownEntity> withName(EntityType type, String name, NameKeyCache keys) {
        Set<KnownEntity> exact = byName.getOrDefault(name, Set.of());
        boolean isShortWord =
                name.length() <= LONGEST_WORD_LIKE_ACRONYMS && !name.equals(name.toUpperCase(Locale.ROOT));
        if (isShortWord && type == EntityType.ORGANISATION) {
            return exact; // "Un" is no UN
        }
        return exact.isEmpty() ? byKey.getOrDefault(typedKey(type, keys.of(type, name)), Set.of()) : exact;
    }

    /** The entities that a surname or another short name means in an article that has nobody else of that name. */
    Set<KnownEntity> withShortName(String name) {
        return byShortName.getOrDefault(name, Set.of());
    }
}
