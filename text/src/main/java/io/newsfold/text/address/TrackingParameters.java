package io.newsfold.text.address;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells parameters that follow readers from parameters that name an article. Some names do both: then the value
 * decides, and what could be an id is kept, because two articles under one key are worse than one under two.
 */
final class TrackingParameters {
    /** Families that advertisers, newsletters, social networks and statistics made up; nobody numbers articles so. */
    private static final Pattern ALWAYS = Pattern.compile(
            String.join(
                    "|",
                    "(?:utm|mtm|pk|piwik|matomo|hsa|at|ns|gaa|gad|oly|vero|guce|bsft|itm|fb|mc|cx|soc|trk|sfmc|dm|ml"
                            + "|wt|elq|xtor|amp|algo|aff|ito|rb|ran)[_.].*",
                    "elq.*|_hs.*|__hs.*|__s|hsctatracking|__twitter_impression|_branch_.*|_openstat|_ke|_ga|_gl|_gac",
                    "__tn__|__cft__.*|action_.*_map|.*_(?:source|medium|campaign|campaignid|clickid|referrer)",
                    "[a-z_]*clid|gclsrc|[gw]braid|clickid|irclickid|irgwc|igshid|igsh|mibextid|rdid|epik|srsltid",
                    "s_kwcid|s_cid|ef_id|sc_(?:channel|src|cid|uid|llid)|li_fat_id|mkt_tok|mbid|xtor|xtref|xtcr|xt_.*",
                    "spm|scm|dicbo|tblci|obref|oborigurl|ob_click_id|awc|tduid|zanpid|sscid|wickedid|vgo_ee|usqp",
                    "guccounter|leadsource|trafficsource|referringsource|feedtype|smtyp|smprod|sref|tsrc|ref_?(?:src|url)",
                    "refsrc|reflink|trkcampaign|ck_subscriber_id|emci|emdi|ceid|wtrid|wt_z?mc|xing_share|echobox",
                    "mc[_-]?[ce]id|redirect_(?:log_)?mongo_id|sb_referer_host|share(?:token|type|_id|_url|code)?|giftcopy",
                    "unlocked_article_code|shareadraft|ftag|cvid|rss|gs_lcp|ved|usg"),
            Pattern.CASE_INSENSITIVE);

    /** Campaigns as a rule; but where the value is a number, it can be somebody's id. */
    private static final Set<String> UNLESS_A_NUMBER =
            Set.of("ocid", "smid", "cmpid", "cmp", "icid", "ncid", "intcmp", "int_cmp", "oref", "sh", "emc", "trk");

    /** Ids, lists and pages as often as channels; the value must name a channel or a site. */
    private static final Set<String> IF_A_CHANNEL = Set.of(
            "source",
            "src",
            "ref",
            "cid",
            "from",
            "via",
            "feed",
            "mod",
            "referer",
            "referrer",
            "partner",
            "channel",
            "platform",
            "medium",
            "campaign",
            "origin",
            "nl",
            "link",
            "post_source",
            "cmpid",
            "refer",
            "entry");

    private static final Set<String> SESSION =
            Set.of("jsessionid", "phpsessid", "aspsessionid", "sessionid", "session_id", "sessid", "cftoken", "sid");

    /** A way to show a page: AMP, for printers, for telephones. */
    private static final Set<String> PRESENTATION = Set.of("amp", "_amp", "print", "printable", "mobile");

    private static final Pattern YES = Pattern.compile("|1|true|yes|y|on", Pattern.CASE_INSENSITIVE);

    /** Where readers come from, as words of a value. */
    private static final Set<String> CHANNELS = Set.of(
            "rss",
            "atom",
            "feed",
            "feeds",
            "xml",
            "newsletter",
            "newsletters",
            "email",
            "mail",
            "alert",
            "push",
            "notification",
            "social",
            "socialflow",
            "echobox",
            "twitter",
            "tw",
            "facebook",
            "fb",
            "instagram",
            "ig",
            "linkedin",
            "whatsapp",
            "telegram",
            "reddit",
            "pinterest",
            "tiktok",
            "youtube",
            "threads",
            "mastodon",
            "bluesky",
            "flipboard",
            "google",
            "bing",
            "yahoo",
            "msn",
            "apple",
            "share",
            "sharing",
            "shared",
            "referral",
            "homepage",
            "home",
            "hp",
            "frontpage",
            "footer",
            "sidebar",
            "related",
            "recirc",
            "teaser",
            "app",
            "widget",
            "search",
            "searchresults",
            "organic",
            "direct",
            "amp",
            "cpc",
            "affiliate",
            "syndication",
            "outbrain",
            "taboola");

    private static final Pattern NUMBER = Pattern.compile("[\\d._:-]*\\d[\\d._:-]*");
    private static final Pattern HOST =
            Pattern.compile("(?:https?(?::|%3A)(?:/|%2F)*)?[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\." + "[a-z]{2,}(?:/|%2F)?");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
    private static final int SESSION_CHARS = 6;

    private TrackingParameters() {}

    /** @param parameter {@code name=value} as in an address, or a name alone */
    static boolean contain(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        String value = equals < 0 ? "" : parameter.substring(equals + 1).toLowerCase(Locale.ROOT);
        if (ALWAYS.matcher(name).matches() || value.equals("amp")) {
            return true;
        }
        if (SESSION.contains(name)) {
            return value.length() >= SESSION_CHARS && !NUMBER.matcher(value).matches();
        }
        if (PRESENTATION.contains(name)) {
            return YES.matcher(value).matches();
        }
        return UNLESS_A_NUMBER.contains(name) && !NUMBER.matcher(value).matches()
                || IF_A_CHANNEL.contains(name) && isChannel(value);
    }

    private static boolean isChannel(String value) {
        return HOST.matcher(value).matches() || NO_LETTERS.splitAsStream(value).anyMatch(CHANNELS::contains);
    }
}
