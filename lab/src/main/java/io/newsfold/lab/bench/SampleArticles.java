package io.newsfold.lab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.RawArticle.About;
import io.newsfold.enrich.fingerprint.BackgroundFrequencies;
import io.newsfold.ingest.source.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes up distinct articles as HTML pages of about 7 KB: with word frequencies of real news, stories of very different
 * sizes, and some copies. The same seed gives the same articles.
 */
public final class SampleArticles implements Iterator<Delivery> {
    private static final Instant FIRST_DAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final int ARTICLES_A_DAY = 2_000;
    private static final int STORY_WORDS = 40;
    private static final double COPIES = 0.05;

    private final TreeMap<Double, String> words = new TreeMap<>();
    private final List<String> rare = new ArrayList<>();
    private final double total;
    private final Random random;
    private final List<List<String>> stories = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private int number;

    public SampleArticles(long seed) {
        random = new Random(seed);
        double sum = 0;
        for (Map.Entry<String, Integer> word :
                BackgroundFrequencies.shipped().counts().entrySet()) {
            // the frequency of a word grows faster than the number of its documents
            sum += Math.pow(word.getValue(), 1.4);
            words.put(sum, word.getKey());
            if (word.getValue() < 600) {
                rare.add(word.getKey());
            }
        }
        total = sum;
    }

    /** There is always one more. */
    @Override
    public boolean hasNext() {
        return true;
    }

    /** The next article; publication times follow the order of the calls. */
    @Override
    public Delivery next() {
        number++;
        Instant published = FIRST_DAY.plusSeconds(86_400L * number / ARTICLES_A_DAY);
        String outlet = "outlet" + random.nextInt(40);
        List<String> story = story();
        String headline = capitalised(sentence(story, 7 + random.nextInt(5), 0.5));
        String body = !bodies.isEmpty() && random.nextDouble() < COPIES
                ? bodies.get(random.nextInt(bodies.size()))
                : body(story);
        bodies.add(body);
        if (bodies.size() > 200) {
            bodies.remove(0);
        }
        String html = page(outlet, headline, body, published);
        About about = new About(
                published.plusSeconds(60),
                "bench:" + number,
                "text/html",
                published.toString(),
                outlet,
                null,
                null,
                "bench",
                null);
        return Delivery.of("https://" + outlet + ".example/" + number, html.getBytes(UTF_8), about, null);
    }

    /** An existing story in two of three cases, more likely a recent one; else a new one. */
    private List<String> story() {
        if (stories.isEmpty() || random.nextInt(3) == 0) {
            List<String> topic = new ArrayList<>();
            for (int i = 0; i < STORY_WORDS; i++) {
                topic.add(rare.get(random.nextInt(rare.size())));
            }
            stories.add(topic);
            return topic;
        }
        int back = (int) Math.min(stories.size() - 1, -Math.log(1 - random.nextDouble()) * 100);
        return stories.get(stories.size() - 1 - back);
    }

    private String body(List<String> story) {
        StringBuilder body = new StringBuilder();
        int paragraphs = 10 + random.nextInt(11);
        for (int i = 0; i < paragraphs; i++) {
            body.append("<p>");
            int sentences = 2 + random.nextInt(3);
            for (int j = 0; j < sentences; j++) {
                body.append(capitalised(sentence(story, 10 + random.nextInt(14), 0.12)))
                        .append(". ");
            }
            body.append("</p>\n");
        }
        return body.toString();
    }

    private String sentence(List<String> story, int length, double topical) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < length; i++) {
            String word = random.nextDouble() < topical
                    ? story.get(random.nextInt(story.size()))
                    : words.higherEntry(random.nextDouble() * total * 0.999_999).getValue();
            boolean name = word.hashCode() % 5 == 0;
            sentence.append(i == 0 ? "" : " ").append(name ? capitalised(word) : word);
        }
        return sentence.toString();
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String page(String outlet, String headline, String body, Instant published) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%2$s | %1$s</title>
                <meta property="og:title" content="%2$s"><meta property="article:published_time" content="%4$s"></head>\
                <body>
                <nav><ul><li><a href="/">Home</a><li><a href="/world">World</a><li><a href="/sport">Sport</a></ul></nav>
                <div class="cookie-banner">We use cookies. <button>Accept all</button></div>
                <article><h1>%2$s</h1><p class="byline">By Jane Doe</p>
                %3$s</article>
                <div class="related"><h3>Related articles</h3><ul><li><a href="/a">Another thing happened</a>\
                <li><a href="/b">And one more</a></ul></div>
                <footer>Copyright %1$s. All rights reserved.</footer></body></html>
                """.formatted(outlet, headline, body, published);
    }
}
