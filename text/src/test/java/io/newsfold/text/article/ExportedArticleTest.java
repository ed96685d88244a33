package io.newsfold.text.article;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.newsfold.contract.Flag;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects of other programs: what is taken, what is refused, and with which words. */
class ExportedArticleTest {
    private static final String TEXT = "The lock at Tarn Bridge is closed until the autumn, the canal office said on"
            + " Monday. Its lower gate had lost three planks in the flood of March, and divers found that the sill is"
            + " cracked as well. Boats are lifted by crane twice a week.";

    ExportedArticleTest() {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'title':'Lock closed','maintext':'$','date_publish':'2026-03-05 20:15:00'} | news-please",
                "{'title':'Lock closed','body':{'sections':[{'headline':[],'paragraphs':['$']}]},"
                        + "'publishing_date':'2026-03-05 09:00:00+00:00'} | Fundus",
                "{'title':{'rendered':'Lock closed'},'link':'https://a.example/1','content':{'rendered':'$'},"
                        + "'author':3,'date':'2026-03-05T09:00:00'} | WordPress REST",
                "{'headline':'Lock closed','article':{'content':{'text':'$'}},'date':'5 March'} | anything else",
                "{'HEADLINE':['Lock closed'],'Article-Body':['$'],'pub_date':1772701200} | anything else",
                "{'_id':{'$oid':'1'},'_source':{'title':'Lock closed','content':'$','@timestamp':'2026-03-05'}}"
                        + " | anything else"
            })
    void theTextIsTakenFromWhereItIs(String json, String format) throws IOException {
        ExportedArticle article =
                ArticleReader.read(ExportJson.parse(bytes(json)).node());

        assertThat(article.refusal()).isNull();
        assertThat(article.format()).isEqualTo(format);
        assertThat(article.text(ArticleField.TEXT)).isEqualTo(TEXT);
        assertThat(article.text(ArticleField.HEADLINE)).isEqualTo("Lock closed");
        assertThat(article.text(ArticleField.PUBLISHED)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'title':'Lock closed','maintxt':'$'}"
                        + " | found title, maintxt, but no text, though maintxt has 235 characters (did you mean"
                        + " maintext?): --fields text=maintxt takes it",
                "{'title':'Lock closed','corpo':['$','$']}"
                        + " | found title, corpo, but no text, though corpo has 472 characters (a text is called text,"
                        + " articleBody, maintext, body, content or html): --fields text=corpo takes it",
                "{'title':'Lock closed','text':42} | text is the number 42; the text has to be a text or a list of"
                        + " paragraphs",
                "{'title':['Lock','Closed'],'text':'$'} | title is a list of 2 values; the headline has to be one"
                        + " text",
                "{'url':'https://a.example/1','author':'Ida Holm'} | found url, author, but no text and no headline;"
                        + " a text is called text, articleBody, maintext, body, content or html, or as --fields"
                        + " text=… says",
                "{'title':'Lock closed','related':{'title':'Bridge open','text':'$'}} | found no text but"
                        + " related.text, which may be of another article: name it if it is the text, as --fields"
                        + " text=related.text",
                "{'title':'Lock closed','text':'Boats wait.','report':'$'} | text has 11 characters and report 235:"
                        + " name the one that is the article's text, as --fields text=report"
            })
    void aTextThatIsNotTakenIsNamed(String json, String refusal) throws IOException {
        assertThat(ArticleReader.read(ExportJson.parse(bytes(json)).node()).refusal())
                .isEqualTo(refusal);
    }

    @Test
    void aTextThatSaysThatItWasCutIsFlagged() throws IOException {
        ExportedArticle article = read("{'title':'Lock closed','content':'Boats wait… [+1893 chars]'}");

        assertThat(article.text(ArticleField.TEXT)).isEqualTo("Boats wait");
        assertThat(article.flags()).containsExactly(Flag.TEXT_TRUNCATED);
    }

    @Test
    void aSummaryStandsForTheTextOnlyWhereThereIsNone() throws IOException {
        ExportedArticle summary = read("{'title':'Lock closed','description':'Boats wait.','content':null}");
        ExportedArticle both = read("{'title':'Lock closed','description':'Boats wait.','content':'$'}");

        assertThat(summary.text(ArticleField.TEXT)).isEqualTo("Boats wait.");
        assertThat(summary.flags()).containsExactly(Flag.SUMMARY_ONLY);
        assertThat(both.text(ArticleField.TEXT)).isEqualTo(TEXT);
        assertThat(both.flags()).isEmpty();
    }

    @Test
    void aSourceIsAnAddressOrAName() throws IOException {
        ExportedArticle address = read("{'text':'$','source':'https://a.example/1','hostname':'a.example'}");
        ExportedArticle name = read("{'text':'$','source':{'id':null,'name':'Tarn Herald'},'link':'//a.example/1'}");

        assertThat(address.text(ArticleField.URL)).isEqualTo("https://a.example/1");
        assertThat(address.text(ArticleField.PUBLISHER)).isEqualTo("a.example");
        assertThat(name.text(ArticleField.URL)).isEqualTo("https://a.example/1");
        assertThat(name.text(ArticleField.PUBLISHER)).isEqualTo("Tarn Herald");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Ida Holm; Nell Ridley\" | Ida Holm, Nell Ridley",
                "\"Holm, Ida; Ridley, Nell\" | Ida Holm, Nell Ridley",
                "[\"Ida Holm\",null,{\"name\":\"Nell Ridley\"}] | Ida Holm, Nell Ridley",
                "[{\"first_name\":\"Ida\",\"last_name\":\"Holm\"}] | Ida Holm",
                "\"['Ida Holm', 'Nell Ridley']\" | Ida Holm, Nell Ridley"
            })
    void authorsAreListsTextsOrObjects(String json, String names) throws IOException {
        byte[] object = ("{\"text\":\"Boats wait.\",\"author\":" + json + "}").getBytes(UTF_8);

        assertThat(ArticleReader.read(ExportJson.parse(object).node()).text(ArticleField.AUTHOR))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "1772701200, 2026-03-05T09:00:00Z",
                "1772701200000, 2026-03-05T09:00:00Z",
                "'1772701200', 2026-03-05T09:00:00Z",
                "20260305, 2026-03-05",
                "'20260305T090000Z', 2026-03-05T09:00:00Z",
                "{'$date':'2026-03-05T09:00:00Z'}, 2026-03-05T09:00:00Z",
                "'5 March 2026', 5 March 2026"
            })
    void datesMayBeNumbers(String json, String date) throws IOException {
        assertThat(read("{'text':'Boats wait.','published':" + json + "}").text(ArticleField.PUBLISHED))
                .isEqualTo(date);
    }

    @Test
    void aFieldOfAnotherTypeIsFlagged() throws IOException {
        assertThat(read("{'text':'$','published':{'year':2026,'month':3}}").flags())
                .containsExactly(Flag.FIELD_UNREADABLE);
    }

    @Test
    void whatIsAskedForGoesFirstAndMustBeThere() throws IOException {
        FieldMapping asked = FieldMapping.parse("headline=meta.h1, text=corpo");
        String json = "{'title':'Old','text':'Teaser.','meta':{'h1':'Lock closed'},'corpo':'$','shares':7}";

        ExportedArticle article =
                ArticleReader.read(ExportJson.parse(bytes(json)).node(), asked);
        String refusal = ArticleReader.read(
                        ExportJson.parse(bytes("{'title':'Old','corpus':'$'}")).node(), asked)
                .refusal();

        assertThat(article.normalised().toString())
                .isEqualTo("{\"headline\":\"Lock closed\",\"text\":\"" + TEXT + "\"}");
        assertThat(article.unread()).contains("shares").doesNotContain("title", "text", "corpo");
        assertThat(refusal)
                .isEqualTo("found title, corpus, and no text in corpo, which --fields names; did you mean corpus?");
    }

    @Test
    void aMalformedMappingIsExplained() {
        assertThatThrownBy(() -> FieldMapping.parse("title"))
                .hasMessage("--fields takes pairs as headline=title,text=content.main, not title");
        assertThatThrownBy(() -> FieldMapping.parse("titel=title"))
                .hasMessageStartingWith("--fields knows headline, text, html, ")
                .hasMessageEndingWith(", not titel");
    }

    @Test
    void nanIsNothingAndAnotherCharsetIsRead() throws IOException {
        byte[] latin = "{\"title\":\"Schleuse geschlossen\",\"author\":NaN,\"text\":\"Drei B\u00f6den fehlen.\"}"
                .getBytes(ISO_8859_1);

        ExportedArticle article = ArticleReader.read(ExportJson.parse(latin).node());

        assertThat(article.text(ArticleField.TEXT)).isEqualTo("Drei B\u00f6den fehlen.");
        assertThat(article.text(ArticleField.AUTHOR)).isNull();
    }

    private static ExportedArticle read(String json) throws IOException {
        return ArticleReader.read(ExportJson.parse(bytes(json)).node());
    }

    /** JSON with apostrophes for quotation marks and {@code $} for the text. */
    private static byte[] bytes(String json) {
        return json.replace("'$'", "'" + TEXT + "'").replace('\'', '"').getBytes(UTF_8);
    }
}
