package io.newsfold.text.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that hold many articles, and values that only seem to. */
class ArticleNodesTest {
    private static final String ONE = "{'title':'Lock closed','url':'https://a.example/1','text':'Boats wait.'}";
    private static final String TWO = "{'title':'Lock open','url':'https://a.example/2','text':'Boats sail.'}";

    ArticleNodesTest() {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,2]",
                "{'status':'ok','totalResults':2,'articles':[1,2]}",
                "{'articles':{'results':[1,2],'totalResults':2}}",
                "{'took':3,'hits':{'total':2,'hits':[{'_id':'a','_source':1},{'_id':'b','_source':2}]}}",
                "{'title':'Canal news','items':[1,2]}",
                "{'https://a.example/1':1,'https://a.example/2':2}",
                "{'title':{'0':'Lock closed','1':'Lock open'},'text':{'0':'Boats wait.','1':'Boats sail.'}}",
                "{'columns':['title','text'],'data':[['Lock closed','Boats wait.'],['Lock open','Boats sail.']]}"
            })
    void aListIsTakenApart(String json) throws IOException {
        String filled =
                json.replaceAll("(?<=[\\[,:])1(?=[,\\]}])", ONE).replaceAll("(?<=[\\[,:])2(?=[,\\]}](?!'))", TWO);
        JsonNode root = parse(
                filled.replace("'totalResults':" + TWO, "'totalResults':2").replace("'total':" + TWO, "'total':2"));

        assertThat(ArticleNodes.in(root))
                .extracting(node -> ArticleReader.read(node).text(ArticleField.TEXT))
                .containsExactly("Boats wait.", "Boats sail.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'title':'Lock closed','text':'Boats wait.','related':[1,2]}",
                "{'title':'Lock closed','body':{'sections':[{'title':'Now','text':'Boats wait.'}]}}",
                "{'title':'Lock closed','recommended':[1,2]}",
                "{'title':'Lock closed','sections':[{'title':'Now','text':'Boats wait.'},{'title':'Next','text':'x'}]}",
                "[1,2,3]",
                "{}"
            })
    void anArticleIsNotTakenApart(String json) throws IOException {
        JsonNode root = parse(json.equals("[1,2,3]") ? json : json.replace("[1,2]", "[" + ONE + "," + TWO + "]"));

        assertThat(ArticleNodes.in(root)).containsExactly(root);
    }

    @Test
    void actionsOfABulkRequestAreNoArticles() throws IOException {
        BulkActions actions = new BulkActions();
        List<String> ids = new ArrayList<>();
        for (String line : List.of(
                "{'index':{'_index':'news','_id':'a'}}", ONE, "{'delete':{'_id':'x'}}", "{'create':{}}", TWO, ONE)) {
            actions.next(parse(line))
                    .ifPresent(node -> ids.add(ArticleReader.read(node).text(ArticleField.TEXT)
                            + ArticleReader.read(node).text(ArticleField.ID)));
        }

        assertThat(ids).containsExactly("Boats wait.a", "Boats sail.null", "Boats wait.null");
    }

    private static JsonNode parse(String json) throws IOException {
        return ExportJson.parse(json.replace('\'', '"').getBytes(UTF_8)).node();
    }
}
