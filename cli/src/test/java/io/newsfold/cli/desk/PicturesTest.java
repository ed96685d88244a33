package io.newsfold.cli.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.desk.picture.PictureConfig;
import io.newsfold.ingest.web.AllowedHosts;
import io.newsfold.ingest.web.LoopbackSite;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of articles on the pages of a whole pipeline; their server is on this machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PicturesTest {
    private static final String JPEG = "image/jpeg";
    private static final String ACCEPT_OF_A_BROWSER = "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8";
    private static final String CAPTION = "The old crane of the harbour on Monday morning";

    private static final Map<String, String> HEADLINES = Map.of(
            "crane", "Harbour crane of Carrow Point to be painted green",
            "ferry", "Night ferry to Skelling cancelled until spring",
            "windmill", "Millers of Oberau grind their first flour",
            "lighthouse", "Keeper of Farne lamp retires after forty years");

    private static final Map<String, String> TEXTS = Map.of(
            "crane",
            "The crane at Carrow Point will be painted green in May, the harbour board decided on Monday after a debate.",
            "ferry",
            "Passengers to the island of Skelling must take the morning boat, since the shipping line lacks two captains.",
            "windmill",
            "Villagers queued for bread in Oberau on Saturday, where volunteers had repaired the sails for eleven winters.",
            "lighthouse",
            "Edwin Marsh climbed the hundred steps for the last time on Friday and handed the keys to his granddaughter.");

    private final LoopbackSite site = new LoopbackSite();
    private Path folder;
    private RunningDesk desk;

    @SuppressWarnings("NullAway.Init")
    PicturesTest() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        this.folder = folder;
        AllowedHosts allowed = AllowedHosts.of(List.of(site.host()));
        desk = new RunningDesk(folder, null, 0, PictureConfig.of(folder.resolve("pictures"), allowed));
    }

    @AfterAll
    void stop() {
        desk.close();
        site.close();
    }

    @Test
    void thePictureIsOnTheFrontPageAndOnThePageOfItsArticle() throws Exception {
        serve("/crane.jpg", JPEG, picture("jpeg", 1200, 800));

        String id = post("crane", "/crane.jpg");
        String front = desk.get("/").body();
        String page = desk.get("/articles/" + id).body();
        List<String> askedByPages = List.copyOf(site.asked());
        HttpResponse<byte[]> picture = picture(id);

        String source = "src=\"/pictures/" + id + "\"";
        assertThat(front).contains("<img class=\"thumbnail\" " + source + " alt=\"\"");
        assertThat(page)
                .contains("<img " + source + " alt=\"\" width=\"480\" height=\"320\" loading=\"lazy\"")
                .contains(
                        "<figcaption dir=\"auto\">" + CAPTION,
                        "Fetched by this desk once, never from the reader’s browser")
                .doesNotContain("Not shown, so that", "src=\"" + site.address("/crane.jpg"));
        assertThat(askedByPages).doesNotContain("/crane.jpg");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(header(picture, "Content-Type")).contains(JPEG);
        assertThat(header(picture, "Cache-Control")).contains("public, max-age=3600");
        assertThat(header(picture, "Content-Security-Policy").orElse("")).contains("img-src 'self';");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth())
                .isEqualTo(480);
    }

    @Test
    void thePictureOfAWithdrawnArticleGoes() throws Exception {
        serve("/ferry.png", "image/png", picture("png", 300, 200));
        String id = post("ferry", "/ferry.png");
        int before = picture(id).statusCode();
        int files = files();

        desk.post("/articles", "application/json", "{\"url\": \"" + url("ferry") + "\", \"withdrawn\": true}");
        desk.awaitShown();

        assertThat(before).isEqualTo(200);
        assertThat(picture(id).statusCode()).isEqualTo(404);
        assertThat(files()).isEqualTo(files - 1);
        assertThat(desk.get("/").body()).doesNotContain("/pictures/" + id);
    }

    @Test
    void aPictureThatCannotBeHadIsNotOnTheNextPage() throws Exception {
        serve("/page.jpg", JPEG, "<html>Please sign in</html>".getBytes(UTF_8));
        String id = post("windmill", "/page.jpg");

        HttpResponse<byte[]> picture = picture(id);

        assertThat(picture.statusCode()).isEqualTo(404);
        assertThat(header(picture, "Cache-Control")).contains("public, max-age=5");
        assertThat(desk.get("/articles/" + id).body())
                .contains("Not shown, so that")
                .doesNotContain("<figure>");
        assertThat(desk.get("/").body()).doesNotContain("/pictures/" + id);
    }

    @Test
    void aPictureThatTakesLongIsNotWaitedFor() throws Exception {
        CountDownLatch come = new CountDownLatch(1);
        byte[] slow = picture("jpeg", 640, 480);
        site.on("/slow.jpg", exchange -> {
            try {
                come.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            LoopbackSite.answer(exchange, 200, JPEG, slow);
        });
        String id = post("lighthouse", "/slow.jpg");

        int early = picture(id).statusCode();
        come.countDown();
        int later = picture(id).statusCode();

        assertThat(List.of(early, later)).containsExactly(404, 200);
    }

    @Test
    void wrongAddressesOfPicturesAreRefused() throws Exception {
        assertThat(desk.get("/pictures").statusCode()).isEqualTo(404);
        assertThat(desk.get("/pictures/none").statusCode()).isEqualTo(404);
        assertThat(desk.get("/pictures/none/more").statusCode()).isEqualTo(404);
        assertThat(desk.get("/pictures/none?url=http://127.0.0.1/").statusCode())
                .isEqualTo(400);
    }

    /** Publishes an article with a picture, and with words of its own; returns its id once the desk shows it. */
    private String post(String subject, String picture) throws Exception {
        String page = """
                <html><head><meta property="og:image" content="%1$s"></head><body><article>
                <h1>%2$s</h1><figure><img src="%1$s"><figcaption>%3$s</figcaption></figure>
                <p>%4$s</p></article></body></html>
                """.formatted(site.address(picture), HEADLINES.get(subject), CAPTION, TEXTS.get(subject));
        HttpResponse<String> posted = desk.post("/articles?url=" + url(subject), "text/html", page);
        desk.awaitShown();
        return Json.reader(JsonNode.class).readTree(posted.body()).path("id").asText();
    }

    private static String url(String subject) {
        return "https://" + subject + ".example/news/reopens";
    }

    private HttpResponse<byte[]> picture(String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(desk.address() + "/pictures/" + id))
                .header("Accept", ACCEPT_OF_A_BROWSER)
                .build();
        return desk.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Optional<String> header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name);
    }

    private int files() {
        String[] names = folder.resolve("pictures").toFile().list();
        return names == null ? 0 : names.length;
    }

    private void serve(String path, String type, byte[] body) {
        site.on(path, exchange -> LoopbackSite.answer(exchange, 200, type, body));
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file);
        return file.toByteArray();
    }
}
