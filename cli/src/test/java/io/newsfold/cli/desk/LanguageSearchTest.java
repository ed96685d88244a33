package io.newsfold.cli.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.LanguageCode;
import io.newsfold.contract.Topic;
import io.newsfold.desk.index.ArticleQuery;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.TopicIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk's search finds a word in the forms of its language. */
class LanguageSearchTest {
    private static final List<String[]> TEXTS = List.of(
            new String[] {"en", "Two ferries collide", "The ferries collided in fog; the mayor of Málaga was aboard."},
            new String[] {"de", "Zwei Fähren stoßen zusammen", "Die Fähren stießen im Nebel zusammen."},
            new String[] {"fr", "Deux traversiers entrent en collision", "L’accident s’est produit dans le brouillard."
            },
            new String[] {"ru", "Столкнулись два парома", "Паромы столкнулись в тумане."},
            new String[] {"zh-Hant", "兩艘渡輪相撞", "渡輪在霧中相撞。"},
            new String[] {"is", "Tvær ferjur rákust á", "Ferjurnar rákust á í þoku."});

    @TempDir
    private Path folder;

    private TopicIndex index;

    @SuppressWarnings("NullAway.Init")
    LanguageSearchTest() {}

    @BeforeEach
    void fill() {
        index = TopicIndex.open(folder, "one");
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            records.add(article(i, TEXTS.get(i)));
        }
        assertThat(index.apply(records)).hasSize(TEXTS.size());
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ferry, en",
        "collide malaga, en",
        "collision, fr",
        "accident, fr",
        "Fähre, de",
        "fahre, de",
        "паромов, ru",
        "渡輪, zh-Hant",
        "ferjurnar, is",
        "\"im Nebel\", de",
        "Nebel -Fähre, ''",
        "ferr*, en",
        "Mála*, en"
    })
    void aWordIsFoundInAnyForm(String words, String language) {
        assertThat(languages(words, null)).isEqualTo(language.isEmpty() ? List.of() : List.of(language));
    }

    @Test
    void aLongSearchIsAnswered() {
        assertThat(languages("ferry ".repeat(80).strip(), null)).containsExactly("en");
        assertThat(languages("渡輪".repeat(240), null)).isEmpty();
    }

    @Test
    void aLanguageIsThatOfAllItsScripts() {
        assertThat(languages("", "zh")).containsExactly("zh-Hant");
        assertThat(languages("", "zh-Hant")).containsExactly("zh-Hant");
        assertThat(languages("", "zh-Hans")).isEmpty();
        assertThat(languages("ferry", "de")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "German, de",
        "deutsch, de",
        "de, de",
        "français, fr",
        "zh_Hant, zh-Hant",
        "Русский, ru",
        "haw, haw",
        "und, und"
    })
    void aLanguageHasNames(String name, String code) {
        assertThat(LanguageCode.named(name)).contains(code);
    }

    @Test
    void whatIsNoLanguageHasNoCode() {
        assertThat(LanguageCode.named("Klingonisch")).isEmpty();
        assertThat(LanguageCode.named("xx")).isEmpty();
        assertThat(LanguageCode.named("")).isEmpty();
    }

    private List<String> languages(String words, @Nullable String language) {
        ArticleQuery query = new ArticleQuery(words, null, null, null, language, null, null, null, null, null);
        return new IndexQueries(index)
                .search(query, 0, 10).items().stream()
                        .map(article -> article.article().text().inLanguage())
                        .toList();
    }

    private static ConsumerRecord<String, byte[]> article(int number, String[] text) {
        String json = """
                {"schema": "newsfold/articles.enriched/1", "id": "%1$s", "source": {}, "headline": "%3$s",
                 "author": [], "image": [], "inLanguage": "%2$s", "articleBody": "%4$s", "entities": [], "credits": [],
                 "versions": [{"revision": 1, "sha256": "00", "firstFetched": "2026-01-05T08:00:00Z", "source": {},
                   "changes": []}], "cleaning": {"dropped": []}, "fields": {}, "flags": [],
                 "story": {"id": "%1$s", "headline": "%3$s"},
                 "lineage": {"relation": "first", "score": 0.0, "byHand": false}}
                """.formatted("a" + number, text[0], text[1], text[2]);
        return new ConsumerRecord<>(Topic.ENRICHED.topicName(), 0, number, "a" + number, json.getBytes(UTF_8));
    }
}
