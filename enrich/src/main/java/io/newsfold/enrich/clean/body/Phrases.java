package io.newsfold.enrich.clean.body;

import io.newsfold.enrich.clean.field.Credits;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Phrases that page furniture is made of on all sites, by what they belong to. */
public final class Phrases {
    private static final String NEVER = "(?!)";
    private static final int PHRASE_WORDS = 60;

    /**
     * Phrases of one kind.
     *
     * @param start what a block begins with
     * @param openings the first two letters that it can begin with: cheap to see
     * @param inside what stands anywhere in it
     * @param triggers one of these is there wherever {@code inside} is: cheap to see
     */
    private record Phrase(DropReason reason, Pattern start, BitSet openings, Pattern inside, List<Trigger> triggers) {
        Phrase(DropReason reason, String start, String inside, String... triggers) {
            this(
                    reason,
                    Pattern.compile(start),
                    openings(Pattern.compile(start)),
                    Pattern.compile(inside),
                    Stream.of(triggers).map(Trigger::new).toList());
        }

        boolean isIn(String lowerCase, int opening, Bigrams bigrams) {
            return (opening < 0 || openings.get(opening))
                            && start.matcher(lowerCase).lookingAt()
                    || isTriggered(lowerCase, bigrams)
                            && inside.matcher(lowerCase).find();
        }

        private boolean isTriggered(String lowerCase, Bigrams bigrams) {
            for (Trigger trigger : triggers) {
                if (trigger.isIn(lowerCase, bigrams)) {
                    return true;
                }
            }
            return false;
        }

        private static BitSet openings(Pattern start) {
            BitSet openings = new BitSet();
            for (char first = 'a'; first <= 'z'; first++) {
                for (char second = 'a'; second <= 'z'; second++) {
                    String opening = String.valueOf(new char[] {first, second});
                    Matcher matcher = start.matcher(opening);
                    if (matcher.lookingAt() || matcher.hitEnd()) {
                        openings.set(opening(opening));
                    }
                }
            }
            return openings;
        }
    }

    /** Part of a phrase, and the pairs of letters in it. */
    private record Trigger(String words, Bigrams bigrams) {
        Trigger(String words) {
            this(words, Bigrams.of(words));
        }

        boolean isIn(String text, Bigrams ofText) {
            return ofText.hasAll(bigrams) && text.contains(words);
        }
    }

    /** A set of pairs of letters in 256 bits, some of which share one: what has not all of them cannot have the words. */
    private record Bigrams(long a, long b, long c, long d) {
        static Bigrams of(String text) {
            long[] bits = new long[4];
            for (int i = 1; i < text.length(); i++) {
                int bit = (text.charAt(i - 1) * 31 + text.charAt(i) * 7) & 255;
                bits[bit >> 6] |= 1L << (bit & 63);
            }
            return new Bigrams(bits[0], bits[1], bits[2], bits[3]);
        }

        boolean hasAll(Bigrams o) {
            return (a & o.a) == o.a && (b & o.b) == o.b && (c & o.c) == o.c && (d & o.d) == o.d;
        }
    }

    /** Phrases by what they belong to, in lower case; a block of up to 60 words that has one is dropped. */
    private static final List<Phrase> PHRASES = List.of(
            new Phrase(
                    DropReason.LOGIN_FORM,
                    "something went wrong\\b|(?:create|choose) (?:an?|your) (?:\\p{L}+$|account|name|password|preferences|unique name|username)\\b|choose how we communicate|check your e-?mail|"
                            + "reset instructions sent|(?:log|sign) ?in(?: or (?:sign up|register|create .*))?[.!]?$|(?:log|sign) in to (?:continue|your account|comment)|(?:please )?(?:log|sign) in or |"
                            + "remember me$|(?:e-?mail(?: address)?|password|username)(?: required)?\\*?:?$|register(?: now| here)?[.!]?$",
                    "details are incorrect|recaptcha|\\b(?:g|signing|s.g.?.?ing) up,? you agree|confirmation link was sent|enter (?:the|your) e-?mail|to create your\\b.*\\bthis process|"
                            + "forgot(?:ten)? (?:your )?password|already (?:a (?:subscriber|member)|have an account)|sign up if you're new",
                    "incorrect",
                    "captcha",
                    "you agree",
                    "confirmation",
                    "mail",
                    "this process",
                    "forgot",
                    "already",
                    "sign up"),
            new Phrase(
                    DropReason.CONSENT,
                    "(?:accept|reject|agree|allow) (?:all|and continue|and close)?$|we value your privacy|before you continue$",
                    "\\bwe (?:and our (?:\\d+ )?partners )?use (?:cookies|tracking)|\\bpartners store\\b|\\bstore (?:and|and/or|or) (?:read|access) information|which cookies you allow|"
                            + "\\b(?:accept|reject|manage) (?:all )?(?:cookies|preferences|consent)|\\bcookie (?:policy|settings|preferences|notice)\\b|your privacy choices|"
                            + "by (?:continuing|using) (?:to (?:use|browse) )?th(?:is|e) (?:web)?site|consent to (?:the use|our use|the storing)|legitimate interest",
                    "cookie",
                    "tracking",
                    "partners",
                    "information",
                    "consent",
                    "preferences",
                    "privacy",
                    "site",
                    "legitimate"),
            new Phrase(
                    DropReason.NEWSLETTER,
                    "subscribe\\b(?!rs)|discover more from\\b|continue reading\\b|join (?:our|the|us on) .{0,40}(?:channel|telegram|whatsapp|community)",
                    "\\bsign up (?:for|to) (?:our|the|get)|\\b(?:daily|weekly|free|our|morning) (?:\\w+ )?newsletter|get (?:the|our) (?:latest|best|top) .{0,60}(?:inbox|delivered)|straight to your inbox|"
                            + "keep reading and get access|get access to the full archive|become a (?:member|subscriber)|start your (?:free )?trial|support (?:our|independent|the) (?:journalism|newsroom|reporting|work)|"
                            + "not everyone can afford|(?:a|an|your) (?:one-time |monthly |small )?(?:contribution|donation) (?:today|now|to support|of any|helps|will)|your support (?:helps|makes|allows|means)",
                    "sign up",
                    "newsletter",
                    "inbox",
                    "delivered",
                    "get access",
                    "become a",
                    "trial",
                    "support ",
                    "afford",
                    "contribution",
                    "donation"),
            new Phrase(
                    DropReason.REPLY_FORM,
                    "leave a (?:reply|comment)|cancel reply|post (?:a )?comment|(?:\\d+ |view |show |no )?comments?(?: \\(\\d+\\))?$|save my name|(?:be the first to )?comment(?: on this)?$|"
                            + "comments are closed|join the (?:conversation|discussion)|reply$|what do you think\\?",
                    "your e-?mail address will not be published|required fields are marked|notify me of (?:new|follow)",
                    "published",
                    "required fields",
                    "notify me"),
            new Phrase(
                    DropReason.SHARE,
                    "skip to (?:main )?(?:content|navigation)|"
                            + "(?:share|tweet|pin|print|e-?mail|copy link|save|whatsapp|facebook|twitter|telegram|linkedin|reddit|x|flipboard)(?: (?:this|on|via|the|article|story|post|link|facebook|twitter|x|e-?mail|\\d+))*[.:!]?$|"
                            + "share (?:this|on|via)\\b|follow (?:us|me) (?:on|in)\\b|back to top\\b|click to share|listen to this article|\\d+ shares?$|print this (?:page|article)|\\W{0,3}for more: ",
                    "you can follow us on",
                    "follow us"),
            new Phrase(
                    DropReason.RELATED,
                    "(?:related|recommended|popular|trending|top|more|latest|similar|other|editor['’]?s?)(?: (?:articles?|content|stories|posts?|videos?|news|coverage|topics|reads?|picks?|links|for you|from|on this|in))+\\b.{0,40}$|"
                            + "(?:related|recommended|most (?:read|popular|viewed|shared)|read (?:more|also|next)|see also|more (?:like this|on this)|you (?:may|might) (?:also )?(?:like|enjoy)|"
                            + "also (?:read|see)|don['’]t miss|up next|watch (?:now|next|live)|what to read next|tags|filed under|topics|advertisement|sponsored(?: content)?|promoted)\\b.{0,80}$",
                    NEVER),
            new Phrase(
                    DropReason.AFFILIATE,
                    NEVER,
                    "when you purchase through links|earn (?:a|an) (?:small |affiliate )?commission|\\baffiliate (?:links?|commission)|supported by our audience",
                    "purchase",
                    "commission",
                    "affiliate",
                    "our audience"),
            new Phrase(
                    DropReason.COPYRIGHT,
                    "(?:©|\\(c\\)|copyright)\\s|(?:terms (?:of|and)|privacy) \\w+(?: \\w+)?$",
                    "all rights reserved|may not be (?:published|reproduced|redistributed)",
                    "rights reserved",
                    "may not be"),
            new Phrase(
                    DropReason.SYNDICATION,
                    "\\W{0,3}(?:source of information|this (?:article|story|post|piece) (?:was |has been )?(?:originally |first )?(?:published|appeared|ran)|"
                            + "originally (?:published|appeared)|first (?:published|appeared) (?:on|in|at)|(?:source|via|quelle): ?.{2,60}$|the post .{5,300} (?:appeared first|first appeared) on|"
                            + "read the (?:full|original) (?:article|story) (?:at|on))",
                    "^.{0,40}\\b(?:reprinted|republished|syndicated) (?:with permission|from|under)",
                    "reprinted",
                    "republished",
                    "syndicated"),
            new Phrase(
                    DropReason.PHOTO_CREDIT,
                    "\\W{0,3}(?:photos?|image|images|picture|pictures|video|foto|illustration|screenshot|credit|photograph)s?(?: (?:source|credit|courtesy|by|of)\\b|:|/|©).{0,100}$",
                    "(?:getty images|/reuters|/ap|/afp|shutterstock|istock|wikimedia commons|zuma press|epa-efe)\\W{0,3}$|^©? ?.{0,60}(?:\\bvia getty\\b|/ ?getty)",
                    "getty",
                    "/reuters",
                    "/ap",
                    "/afp",
                    "shutterstock",
                    "istock",
                    "wikimedia",
                    "zuma",
                    "epa-efe"));

    private Phrases() {}

    /** The reason why a block is furniture by its words alone, where it is. */
    public static Optional<DropReason> reason(Block block) {
        if (block.words() > PHRASE_WORDS) {
            return Credits.APPEARED_FIRST.matcher(block.text()).matches()
                    ? Optional.of(DropReason.SYNDICATION)
                    : Optional.empty();
        }
        String text = TextMeasures.lower(block.text());
        int opening = opening(text);
        Bigrams bigrams = Bigrams.of(text);
        for (Phrase phrase : PHRASES) {
            if (phrase.isIn(text, opening, bigrams)) {
                return Optional.of(phrase.reason());
            }
        }
        return Optional.empty();
    }

    /** The number of the first two letters, -1 where they are not both from a to z. */
    private static int opening(String text) {
        if (text.length() < 2) {
            return -1;
        }
        int first = text.charAt(0) - 'a';
        int second = text.charAt(1) - 'a';
        return first < 0 || first > 25 || second < 0 || second > 25 ? -1 : first * 26 + second;
    }
}
