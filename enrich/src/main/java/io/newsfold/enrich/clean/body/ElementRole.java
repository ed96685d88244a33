package io.newsfold.enrich.clean.body;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an element is for, by its tag and by the words of its class, id, role and itemprop; the words that web
 * designers use on all sites, in English and in other big languages of news.
 */
enum ElementRole {
    /** Not shown before a script shows it. */
    HIDDEN_STYLE("<dialog>"),
    ARTICLE_TAG("<article> <main>"),
    ASIDE_TAG("<aside>"),
    HEADER_TAG("<header>"),
    FOOTER_TAG("<footer>"),
    NAV_TAG("<nav> <menu>"),
    FORM_TAG("<form> <fieldset> <label> <button>"),
    TABLE_TAG("<table> <dl>"),
    LIST_TAG("<ul> <ol>"),
    FIGURE_TAG("<figure> <figcaption> <picture>"),
    QUOTE_TAG("<blockquote> <q>"),
    CODE_TAG("<pre> <code>"),
    LINK_TAG("<a>"),
    BOLD_TAG("<b> <strong> <em> <i>"),
    SMALL_TAG("<small> <sub> <sup> <cite> <time>"),
    ARTICLE("artikel beitrag artykul articulo articolo noticia nieuws article story post entry news blog single "
            + "detail"),
    BODY("inhalt text texto texte contenido conteudo contenu testo tresc cuerpo corpo body content text copy prose "
            + "richtext wysiwyg paragraph paragraphs articlebody storybody markdown"),
    MAIN("main primary page container wrapper center"),
    COMMENT("kommentar kommentare kommentarer comentario comentarios commentaire commentaires commenti komentarz "
            + "komentarze reacties comment comments disqus discussion reply replies respond feedback review reviews "
            + "responses forum thread"),
    RELATED("verwandt verwandte aehnlich aehnliche weitere relacionado relacionados relacionada relacionadas connexe "
            + "lire leia czytaj related recommend recommended recommendation recommendations recommends more also "
            + "similar popular trending most latest recent recirc suggested suggestions next prev previous upnext "
            + "readnext readmore"),
    SHARE("teilen compartir compartilhar partager partage condividi telegram xing share sharing sharer social follow "
            + "facebook twitter addthis sharedaddy tools toolbox print email whatsapp linkedin pinterest"),
    PROMO("abo abonnement abonnieren suscripcion assinatura spende newsletter newsletters subscribe subscription "
            + "subscriptions signup promo promotion cta offer offers membership paywall donate donation campaign "
            + "optin mailchimp"),
    NAVIGATION("navi menue brotkrumen nav menu menus breadcrumb breadcrumbs navbar navigation toolbar tabs tab "
            + "pagination pager paging skip sitemap links submenu dropdown"),
    ADVERT("werbung anzeige anzeigen reklame publicidad publicidade publicite pubblicita reklama ad ads adv advert "
            + "adverts advertisement advertising sponsor sponsored sponsors dfp gpt taboola outbrain commercial "
            + "adsense banner"),
    AUTHOR("autor autoren autores auteur auteurs autore redakteur author authors bio biography profile contributor "
            + "byline bylines writer about avatar"),
    CAPTION("bildunterschrift bildnachweis leyenda legende legenda didascalia caption captions credit credits "
            + "cutline wpcaption"),
    MEDIA("figure image images img photo photos gallery media video slideshow audio player picture thumbnail "
            + "lightbox"),
    META("datum fecha meta date time timestamp dateline info published updated pubdate metadata details submitted"),
    TAGS("schlagwort schlagworte etiquetas etiqueta themen tag tags topic topics keyword keywords category "
            + "categories labels filed terms"),
    SIDE("sidebar side rail widget widgets right secondary complementary aside column col left"),
    FOOT("footer foot bottom copyright legal disclaimer colophon contentinfo"),
    HEAD("titel titulo titre titolo ueberschrift header head masthead top hero title headline heading hed headlines "
            + "kicker"),
    POPUP("modal popup overlay cookie cookies consent gdpr dialog notice alert alerts toast tooltip notification "
            + "banner message"),
    LOGIN("anmelden anmeldung suche login log signin register registration account password user form search"),
    TEASER("teaser card cards item items grid feed listing list tile tiles thumb carousel slider box module block "
            + "river"),
    SUMMARY("vorspann teaser bajada entradilla chapo sommario summary excerpt description intro lead standfirst dek "
            + "deck subtitle abstract subhead lede"),
    PULL_QUOTE("pullquote quote blockquote callout sidebarquote factbox infobox"),
    HIDDEN("hidden hide screen reader visually sr offscreen noprint collapse"),
    PRODUCT("product price cart shop buy sku specs features pricing");

    static final int COUNT = values().length;
    private static final Map<String, Long> OF_WORD = byWord();

    private final String words;

    ElementRole(String words) {
        this.words = words;
    }

    long bit() {
        return 1L << ordinal();
    }

    private static Map<String, Long> byWord() {
        Map<String, Long> byWord = new HashMap<>();
        for (ElementRole role : values()) {
            List.of(role.words.split(" ")).forEach(word -> byWord.merge(word, role.bit(), (a, b) -> a | b));
        }
        return byWord;
    }

    /** The roles of a tag, one bit each. */
    static long ofTag(String tag) {
        return OF_WORD.getOrDefault("<" + tag + ">", 0L);
    }

    /** The roles of the words in a class or an id, one bit each; {@code camelCase} is two words. */
    static long ofNames(String names) {
        long roles = 0;
        int start = -1;
        for (int i = 0; i <= names.length(); i++) {
            char c = i < names.length() ? names.charAt(i) : ' ';
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean hump = letter && c <= 'Z' && i > 0 && Character.isLowerCase(names.charAt(i - 1));
            if (start >= 0 && (!letter || hump)) {
                roles |= OF_WORD.getOrDefault(names.substring(start, i).toLowerCase(Locale.ROOT), 0L);
                start = -1;
            }
            if (letter && start < 0) {
                start = i;
            }
        }
        return roles;
    }
}
