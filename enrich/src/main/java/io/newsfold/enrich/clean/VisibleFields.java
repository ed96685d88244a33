package io.newsfold.enrich.clean;

import io.newsfold.contract.CleanArticle.Author;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a reader of a page sees of its fields: the headline over the text, names and dates beside it, pictures with their captions. */
final class VisibleFields {
    private static final Pattern UPDATED = Pattern.compile("(?i)\\b(?:updated|modified|last update|aktualisiert)\\b");
    private static final int ABOVE = 8;
    private static final int BELOW = 14;
    private static final int PROSE_WORDS = 30;
    private static final int DATE_WORDS = 12;
    private static final int BYLINE_CHARS = 100;
    private static final int MOST_PICTURES = 20;

    private final Document document;
    private final PageElements landmarks;
    private final Page page;

    private VisibleFields(Document document, PageElements landmarks, Page page) {
        this.document = document;
        this.landmarks = landmarks;
        this.page = page;
    }

    /** Adds what is seen to {@code page}, whose blocks and metadata have been read. */
    static void read(Document document, PageElements landmarks, Page page) {
        VisibleFields fields = new VisibleFields(document, landmarks, page);
        fields.readHeadings();
        fields.readBesideHeadline();
        fields.readAuthors();
        fields.readTimes();
        fields.readPictures();
    }

    private void readHeadings() {
        List<Element> headings = landmarks.headingsAndTimes.stream()
                .filter(h -> h.normalName().equals("h1") && !h.text().isBlank())
                .toList();
        Set<String> known = TextMeasures.longer(document.title() + " " + page.description);
        page.headline.rivals().forEach(rival -> known.addAll(TextMeasures.longer(rival)));
        String title = TextMeasures.bare(document.title());
        for (Element heading : headings) {
            String bare = TextMeasures.bare(heading.text());
            boolean inTitle = bare.length() >= 10 && title.contains(bare);
            boolean alone = headings.size() == 1 && TextMeasures.count(heading.text()) >= 4;
            boolean onTheStory = TextMeasures.longer(heading.text()).stream()
                            .filter(known::contains)
                            .count()
                    >= 2;
            double confidence = inTitle && bare.length() > title.length() * 0.4
                    ? 0.95
                    : inTitle ? 0.5 : alone && onTheStory ? 0.9 : alone ? 0.7 : 0.3;
            page.addText(page.headline, heading.text(), "h1", confidence);
        }
    }

    /** The lines between the headline and the first paragraph, and a few above. */
    private void readBesideHeadline() {
        String headline = TextMeasures.bare(page.headline.best().orElse(""));
        int at = -1;
        for (int i = 0; i < page.blocks.size() && at < 0; i++) {
            Block block = page.blocks.get(i);
            at = !headline.isEmpty()
                            && block.text().length() < 400
                            && block.bare().equals(headline)
                    ? i
                    : -1;
        }
        int paragraphs = 0;
        for (int i = Math.max(0, at - ABOVE); at >= 0 && i < Math.min(page.blocks.size(), at + BELOW); i++) {
            Block block = page.blocks.get(i);
            boolean prose = block.words() > PROSE_WORDS;
            paragraphs += prose && i > at ? 1 : 0;
            if (paragraphs > 1) {
                return; // one may be a summary
            }
            if (!prose && i != at) {
                readLine(block, i > at);
            }
        }
    }

    private void readLine(Block block, boolean below) {
        boolean shown = below && block.words() <= DATE_WORDS;
        String from = shown ? Page.BESIDE_HEADLINE : "near the headline";
        boolean updated = UPDATED.matcher(block.text()).find();
        Dates.find(block.text())
                .ifPresent(date -> (updated ? page.modified : page.published).add(date, from, below ? 0.7 : 0.6));
        List<Author> people = Bylines.in(block.text());
        if (!people.isEmpty()) {
            page.author.add(people, from, below ? 0.82 : 0.72);
        }
    }

    private void readAuthors() {
        for (Element author : landmarks.bylines) {
            String names = author.text();
            if (names.length() < BYLINE_CHARS) {
                boolean said = author.hasAttr("rel") || author.hasAttr("itemprop");
                page.addPeople(names, "byline element", said ? 0.75 : 0.65);
            }
        }
        for (Element link : landmarks.authorLinks) {
            page.addPeople(link.text().length() < BYLINE_CHARS ? link.text() : null, "link to an author", 0.6);
        }
    }

    private void readTimes() {
        boolean below = false;
        for (Element time : landmarks.headingsAndTimes) {
            if (time.normalName().equals("h1")) {
                below = true;
                continue;
            }
            String date = time.hasAttr("datetime")
                    ? time.attr("datetime")
                    : time.hasAttr("content") ? time.attr("content") : time.text();
            boolean said = time.hasAttr("pubdate") || time.attr("itemprop").equals("datePublished");
            boolean modified = time.attr("itemprop").equals("dateModified")
                    || time.className().toLowerCase(Locale.ROOT).contains("updated");
            page.addDate(
                    modified ? page.modified : page.published, date, "time element", said ? 0.8 : below ? 0.62 : 0.45);
        }
    }

    private void readPictures() {
        for (Element figure : landmarks.figures.stream().limit(MOST_PICTURES).toList()) {
            Element image = figure.selectFirst("img");
            Element caption = figure.selectFirst("figcaption");
            if (image != null) {
                page.addImage(image.attr("src"), caption == null ? null : caption.text());
            }
        }
    }
}
