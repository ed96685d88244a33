package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses of pages that somebody saved. */
class SavedPageTest {
    private static final String ADDRESS = "https://pier.example/news/harbour-wall-falls";
    private static final String TITLE = "<title>Harbour wall falls</title>";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    SavedPageTest() {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html>\n<!-- saved from url=(0044)" + ADDRESS + " -->" + TITLE
                        + "<link rel=canonical href=https://pier.example/>",
                "<html><!--\n Page saved with SingleFile \n url: " + ADDRESS + "?utm_source=x \n saved date: today -->",
                "<html><!-- Mirrored from pier.example/news/harbour-wall-falls by HTTrack Website Copier/3.x -->",
                "<script>__wm.wombat(\"" + ADDRESS + "\",\"20260301120000\",\"https://archive.example/\")</script>",
                "<link rel=bookmark href=https://archive.example/20260301120000/" + ADDRESS + ">",
                TITLE + "<link rel=canonical href=//pier.example/news/harbour-wall-falls>",
                TITLE + "<link rel=canonical href=https://pier.example/news/><meta property=og:url content=" + ADDRESS
                        + ">",
            })
    void anAddressThatCanBeThePagesIsBelieved(String html) {
        assertThat(key(html)).isEqualTo(ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel=canonical href=https://pier.example/>",
                "<link rel=canonical href=https://pier.example/index.html?utm_source=x>",
                "<link rel=canonical href=https://pier.example/news/>",
                "<link rel=canonical href=https://pier.example/2026/03/>",
                "<link rel=canonical href=/news/harbour-wall-falls>",
                "<link rel=canonical href='// '>",
                "<p>Text</p><div><link rel=canonical href=https://pier.example/films/7></div>",
                "<!-- saved from url=(0014)about:internet -->",
            })
    void anAddressThatCannotBeAnArticlesIsNot(String html) {
        assertThat(key(TITLE + html)).startsWith("sha256:");
    }

    @Test
    void pagesOfOneFolderWithOneAddressAndDifferentTextsAreKeptApart() throws IOException {
        String claim = "<link rel=canonical href=" + ADDRESS + ">" + TITLE;
        String first = "<p>" + "The wall fell at noon, and nobody was hurt. ".repeat(3) + "</p>";
        String second = "<p>" + "Nobody had looked at the wall since the spring tide. ".repeat(3) + "</p>";
        String third = "<p>" + "The mayor wants a new one of concrete before winter. ".repeat(3) + "</p>";
        String fourth = "<p>" + "Divers will look at the other walls of the harbour. ".repeat(3) + "</p>";

        save("one.html", claim + first + second);
        save("two.html", claim + third + fourth);

        assertThat(read(folder))
                .extracting(Delivery::key)
                .doesNotHaveDuplicates()
                .noneMatch(ADDRESS::equals);

        save("two.html", claim.replace("falls<", "falls, nobody hurt<") + first + second + third);

        assertThat(read(folder)).extracting(Delivery::key).containsExactly(ADDRESS, ADDRESS);
    }

    @Test
    void theShortAddressOfACaptureGivesWayToItsOriginal() throws IOException {
        String html = "<link rel=canonical href=https://archive.example/2026.03.01-120000/" + ADDRESS + ">";
        save("page.html", html + "<p>Text");
        save("feed.jsonl", "{\"file\": \"page.html\", \"url\": \"https://archive.example/xY1\"}");

        assertThat(read(folder)).extracting(Delivery::key).containsExactly(ADDRESS);

        save("feed.jsonl", "{\"file\": \"page.html\", \"url\": \"https://other.example/xY1\"}");

        assertThat(read(folder)).extracting(Delivery::key).containsExactly("https://other.example/xY1");
    }

    @Test
    void aPageSaysWhichParametersItDoesNotNeed() {
        byte[] page = ("<link rel=\"canonical\" href=\"" + ADDRESS + "\">" + TITLE).getBytes(UTF_8);
        byte[] show = "<link rel=canonical href=/show><title>Tides</title>".getBytes(UTF_8);

        assertThat(SavedPageAddress.ofPage(ADDRESS + "?way=7", page)).isEqualTo(ADDRESS);
        assertThat(SavedPageAddress.ofPage(ADDRESS + "?page=2", page)).isEqualTo(ADDRESS + "?page=2");
        assertThat(SavedPageAddress.ofPage("https://pier.example/show?id=7", show))
                .isEqualTo("https://pier.example/show?id=7");
    }

    @Test
    void mhtmlHoldsAPageAndItsAddress() throws IOException {
        String head = "From: <Saved by a browser>\r\nSnapshot-Content-Location: " + ADDRESS
                + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"; boundary=\"-B\"\r\n\r\n";
        String part = "---B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: ";
        String picture = "---B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBO\r\n";
        String packed = Base64.getMimeEncoder().encodeToString("<p>café 1=1".getBytes(UTF_8));
        save("a.mhtml", head + picture + part + "quoted-printable\r\n\r\n<p>caf=C3=A9 =\r\n1=3D1\r\n---B--\r\n");
        save("b.mht", head + part + "base64\r\n\r\n" + packed + "\r\n" + picture + "---B--\r\n");
        save("c.mht", head + picture + "---B--\r\n");

        List<Delivery> pages = read(folder);

        assertThat(pages.subList(0, 2)).extracting(Delivery::key).containsOnly(ADDRESS);
        assertThat(pages.subList(0, 2)).extracting(page -> text(page.body())).containsOnly("<p>café 1=1");
        assertThat(pages.get(2).doubt()).contains("c.mht is rejected at ingestion: the file holds no page of HTML");
    }

    @Test
    void filesThatABrowserSavedWithAPageAreNoPages() throws IOException {
        save("pier.html", "<title>Pier opens</title>");
        Files.createDirectory(folder.resolve("pier_files"));
        save("pier_files/saved_resource.html", "<title>Sign in</title>");
        Files.createDirectory(folder.resolve("my_files"));
        save("my_files/tides.html", "<title>Tides</title>");

        assertThat(read(folder))
                .extracting(page -> text(page.body()))
                .containsExactly("<title>Tides</title>", "<title>Pier opens</title>");
    }

    private static String key(String html) {
        return PostedArticles.read(html.getBytes(UTF_8), "text/html", null, java.time.Instant.EPOCH, "test")
                .get(0)
                .key();
    }

    private static String text(byte @Nullable [] body) {
        return body == null ? "" : new String(body, UTF_8).strip();
    }

    private void save(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(name.endsWith("ml") ? UTF_8 : ISO_8859_1));
    }

    private static List<Delivery> read(Path path) {
        List<String> remarks = new ArrayList<>();
        return new FileFeed(List.of(path), remarks::add).all();
    }
}
