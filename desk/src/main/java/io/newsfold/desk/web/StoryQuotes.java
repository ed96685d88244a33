package io.newsfold.desk.web;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Entity;
import io.newsfold.contract.Story;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The quotations of a story, each once, from the article that had it first. */
public final class StoryQuotes {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST = 12;
    private static final int SHORTEST = 40;
    private static final int LONGEST = 320;

    private StoryQuotes() {}

    /**
     * A quotation.
     *
     * @param speaker id of the entity
     * @param article id of the article
     */
    public record SpokenQuote(String speaker, String name, String text, String article, String source) {}

    /** @param articles records of the story's articles, by id; quotations of others are left out */
    static List<SpokenQuote> of(Story story, Map<String, EnrichedArticle> articles) {
        List<SpokenQuote> quotes = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Story.Member member : story.articles()) {
            EnrichedArticle enriched = articles.get(member.id());
            if (enriched != null && quotes.size() < MOST) {
                add(enriched.article(), DisplayText.source(member), known, quotes);
            }
        }
        return quotes.subList(0, Math.min(MOST, quotes.size()));
    }

    private static void add(CleanArticle article, String source, Set<String> known, List<SpokenQuote> quotes) {
        String body = article.text().articleBody();
        int length = body.codePointCount(0, body.length());
        for (Entity entity : article.entities()) {
            for (Entity.Quote quote : entity.quotes()) {
                if (quote.end() > length || quote.start() > quote.end()) {
                    continue; // a record of another program
                }
                int start = body.offsetByCodePoints(0, quote.start());
                String text = body.substring(start, body.offsetByCodePoints(start, quote.end() - quote.start()));
                if (text.length() >= SHORTEST
                        && text.length() <= LONGEST
                        && known.add(NO_WORD.matcher(text).replaceAll(""))) {
                    quotes.add(new SpokenQuote(entity.id(), entity.name(), text, article.id(), source));
                }
            }
        }
    }
}
