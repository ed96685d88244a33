package io.newsfold.enrich.tag;

import io.newsfold.contract.ArticleText;
import io.newsfold.contract.Entity;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.Flag;
import io.newsfold.contract.LanguageCode;
import io.newsfold.contract.LanguageTier;
import io.newsfold.contract.Limits;
import io.newsfold.enrich.StageResult;
import io.newsfold.enrich.clean.CleanText;
import io.newsfold.enrich.clean.Cleaned;
import io.newsfold.enrich.entity.EntityTable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entities of a text: names with the model of its language, or by their capitals where there is none, and in
 * English dates and figures. Then decides which mentions mean the same entity. Pure; thread-safe.
 */
public final class Tagger {

    private final WordLists words = WordLists.load();
    private final EnglishNameFinder englishNames = new EnglishNameFinder(words);
    private final AliasTable aliases;
    private final List<EntityTable> tables;
    private final CapitalizedNameFinder otherNames;
    private final AliasMentions aliasMentions;

    /** A tagger with the alias table that we ship. */
    public Tagger() {
        this(AliasTable.shipped(), List.of());
    }

    /** @param tables tables of entities, the first first asked, before the one that we ship */
    public Tagger(AliasTable aliases, List<EntityTable> tables) {
        this.aliases = aliases;
        this.tables =
                Stream.concat(tables.stream(), Stream.of(EntityTable.shipped())).toList();
        this.otherNames = new CapitalizedNameFinder(aliases);
        this.aliasMentions = new AliasMentions(aliases, words);
    }

    /**
     * Tags a clean text. Its publisher, the outlets that it credits and the outlet in its dateline are no entities of
     * it.
     */
    public StageResult<Tagged> tag(Cleaned cleaned) {
        CleanText text = cleaned.text();
        Set<String> names = new HashSet<>();
        text.credits().forEach(credit -> names.add(credit.name()));
        if (text.publisher() != null) {
            names.add(text.publisher());
        }
        Outlet outlet = new Outlet(names, OutletCountry.of(cleaned.raw().url()));
        ArticleText article = text.article();
        String language = LanguageCode.primary(article.inLanguage());
        List<Entity> entities =
                entities(article.headline(), article.articleBody(), language, outlet, datelineEnd(article));
        boolean hasModel = isEnglish(language) || LanguageModels.of(language) != null;
        Cleaned tiered = LanguageTier.of(language).flag().map(cleaned::flagged).orElse(cleaned);
        Cleaned flagged = hasModel ? tiered : tiered.flagged(Flag.ENTITIES_BY_SHAPE);
        if (entities.size() <= Limits.ENTITIES) {
            return StageResult.done(new Tagged(flagged, entities));
        }
        return StageResult.done(new Tagged(flagged.flagged(Flag.ENTITIES_CUT), entities.subList(0, Limits.ENTITIES)));
    }

    /**
     * Who brings an article.
     *
     * @param names of the publisher and those whom it credits
     * @param country Wikidata id; null where it is not known
     */
    private record Outlet(Set<String> names, @Nullable String country) {
        private static final Outlet UNKNOWN = new Outlet(Set.of(), null);
    }

    private static int datelineEnd(ArticleText text) {
        String dateline = text.dateline();
        return dateline != null && text.articleBody().startsWith(dateline) ? dateline.length() : 0;
    }

    /**
     * The entities of a text, the most salient first, then by id.
     *
     * @param headline only makes the entities that it names more salient
     * @param body the text to which the offsets of the mentions refer
     * @param language BCP 47; {@code und} is treated as English
     */
    public List<Entity> entities(String headline, String body, String language) {
        return entities(headline, body, LanguageCode.primary(language), Outlet.UNKNOWN, 0);
    }

    private List<Entity> entities(String headline, String body, String language, Outlet outlet, int datelineEnd) {
        List<List<Token>> sentences = Tokenizer.sentences(body, language);
        NameKeyCache keys = new NameKeyCache();
        List<EntityMention> mentions = aliasMentions.addTo(names(body, sentences, language), sentences, body);
        mentions.removeIf(mention -> isOutlet(mention, outlet.names(), datelineEnd, keys));
        Set<EntityMention> teams = isEnglish(language) ? TeamNames.among(mentions, body) : Set.of();
        if (isEnglish(language)) {
            mentions.addAll(ValueFinder.find(body, sentences, mentions));
            mentions.addAll(OfficeMentionFinder.find(body, mentions));
        }
        mentions.sort(Comparator.comparingInt(EntityMention::start).thenComparing(EntityMention::end));
        return new EntityResolution(aliases, tables, keys, headline, body, outlet.country())
                .resolve(mentions, teams, Quotation.find(body, mentions, words));
    }

    private List<EntityMention> names(String body, List<List<Token>> sentences, String language) {
        if (isEnglish(language)) {
            return englishNames.find(body, sentences);
        }
        NameModel model = LanguageModels.of(language);
        List<EntityMention> names = model == null
                ? otherNames.find(body, sentences)
                : LanguageNameFinder.find(model, body, sentences, language);
        return PlaceNames.of(language).addTo(names, sentences, body);
    }

    private static boolean isEnglish(String language) {
        return language.equals("en") || language.equals(LanguageCode.UNKNOWN);
    }

    private boolean isOutlet(EntityMention mention, Set<String> outlets, int datelineEnd, NameKeyCache keys) {
        boolean isInDateline = mention.end() <= datelineEnd && mention.type() != EntityType.PLACE;
        if (isInDateline || outlets.contains(mention.name())) {
            return true;
        }
        return !outlets.isEmpty()
                && mention.type() == EntityType.ORGANISATION
                && aliases.withName(mention.type(), mention.name(), keys).stream()
                        .anyMatch(known -> outlets.contains(known.name()));
    }
}
