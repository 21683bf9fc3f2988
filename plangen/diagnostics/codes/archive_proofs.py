"""What can be wrong with receipts, anchors, signatures and time stamps: PG760 to PG779."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

NOT_A_RECEIPT = Code(
    "PG760",
    Severity.ERROR,
    "What is given as a receipt is none",
    meaning=(
        "`--expect` takes the file that `plangen archive receipt` wrote, or the version digest from it. The "
        "digest of the PDF or of the content is not enough: the rest of the version could be another."
    ),
    remedy="Give the file, or the 128 letters and digits of the version digest.",
    example=(
        "--expect: this digest has 64 letters and digits; that of a version has 128\n"
        "  hint: give the receipt's file, or its line Version, SHA-512: a shorter digest does not cover the "
        "version"
    ),
)

RECEIPT_DISAGREES = Code(
    "PG761",
    Severity.ERROR,
    "The archive is not what the receipt was written for",
    meaning=(
        "Another version stands in the place of the one that the receipt names, with digests that agree among "
        "themselves: somebody exchanged it. Or the receipt itself was altered."
    ),
    remedy="Restore the archive from a backup that the receipt agrees with.",
    example=(
        "--expect: version 1.0 of plan-2011-12 is not the one that the receipt was written for: it, or one before "
        "it, was exchanged\n"
        "  hint: restore the archive from a backup that this receipt agrees with, and find out who may write to it"
    ),
)

VERSION_GONE = Code(
    "PG762",
    Severity.ERROR,
    "A version went missing since the receipt was written",
    meaning="A receipt names the newest version of every edition that the archive held.",
    remedy="Restore the archive from a backup that the receipt agrees with.",
    example=(
        "--expect: version 1.1 of plan-2011-12 was in the archive when the receipt was written, and is gone\n"
        "  hint: restore the archive from a backup that this receipt agrees with, and find out who may write to it"
    ),
)

ANCHOR_GONE = Code(
    "PG763",
    Severity.ERROR,
    "The version that another was archived after is gone",
    meaning=(
        "Each version names the one that was archived before it, of whatever edition, and prints its digest on "
        "its last page."
    ),
    remedy="The edition it names was taken away or exchanged: restore it from a backup.",
    example=(
        "pack-2016-17-q2/v1/record.json: pack-2016-17-q2 1.0 was archived after version 1.1 of plan-2011-12, "
        "which is gone\n"
        "  hint: it was taken away or exchanged: restore that edition from a backup"
    ),
)

PROOF_BROKEN = Code(
    "PG764",
    Severity.ERROR,
    "A signature or time stamp that does not fit its version",
    meaning="It is damaged, or it was made for another state of the version: somebody exchanged something.",
    remedy="Hold the archive against a receipt. If the version is the approved one, have it signed again.",
    example=(
        "extensions/plangen-signatures/plan-2011-12/v1/1/signature.p7s: this signature does not fit "
        "plan-2011-12 1.0: "
        "it was damaged, or the version was exchanged\n"
        "  hint: hold the archive against a receipt; if the version is the approved one, have it signed again"
    ),
)

PROOF_FOREIGN = Code(
    "PG765",
    Severity.ERROR,
    "A signature or time stamp by somebody nobody vouches for",
    meaning=(
        "No certificate in the trust store leads to the signer's, or the signer's is not meant for signatures "
        "(for "
        "time stamps, where it is one)."
    ),
    remedy="Ask who that is. To believe it, put the certificate of its issuer into the trust store.",
    example=(
        "extensions/plangen-signatures/plan-2011-12/v1/1/signature.p7s: this signature is by Common Name: "
        "Somebody "
        "Else, and nobody in the trust store vouches for that\n"
        "  hint: ask who that is; to believe it, put the certificate of Common Name: Somebody Else into the "
        "trust store"
    ),
)

PROOF_EXPIRED = Code(
    "PG766",
    Severity.ERROR,
    "A signature whose certificate has ended",
    meaning=(
        "Nothing shows that it was made while the certificate was valid. A warning where the signature itself "
        "says "
        "so; with a time stamp of the signature it is no finding at all."
    ),
    remedy="Hold the archive against a receipt. Have signatures stamped while their certificate is valid.",
    example=(
        "extensions/plangen-signatures/plan-2011-12/v1/1/signature.p7s: the certificate of Common Name: Board "
        "Secretary was not valid after 2012-03-31, and no time stamp shows that this signature is older\n"
        "  hint: hold the archive against a receipt; have signatures stamped while their certificate is valid"
    ),
)

PROOF_REVOKED = Code(
    "PG767",
    Severity.ERROR,
    "A signature or time stamp whose certificate was revoked",
    meaning="A list of revoked certificates in the trust store names it: the key may have been stolen.",
    remedy="Hold the archive against a receipt.",
    example=(
        "extensions/plangen-signatures/plan-2011-12/v1/1/signature.p7s: this signature is by Common Name: Board "
        "Secretary, whose certificate was revoked after 2011-06-01\n"
        "  hint: it may have been made with a stolen key: hold the archive against a receipt"
    ),
)

PROOF_MISSING = Code(
    "PG768",
    Severity.ERROR,
    "A signature or time stamp that was asked for is missing",
    meaning=(
        "`verify --signed` and `--stamped` ask for one, by somebody in the trust store, of every newest version."
    ),
    remedy="It was never made, or taken away: hold the archive against a receipt.",
    example=(
        "plan-2011-12/v2/record.json: plan-2011-12 1.1 has no signature by anybody in the trust store\n"
        "  hint: it was never made, or taken away: hold the archive against a receipt"
    ),
)

KEY_NOT_USED = Code(
    "PG769",
    Severity.ERROR,
    "A key that cannot sign",
    meaning=(
        "The password is wrong, the file is none of its kind, or its certificate has ended or is for other things."
    ),
    remedy="Give the .p12 (or .pfx) file of a certificate for signing, and its password.",
    example=(
        "--key: the key cannot be used: the password is wrong, or it is not a .p12 file with a key and its "
        "certificate\n"
        "  hint: give the .p12 (or .pfx) file of a certificate for signing, and its password"
    ),
)

NO_TIME_STAMP = Code(
    "PG770",
    Severity.ERROR,
    "The time-stamp authority gave no time stamp",
    meaning=(
        "It cannot be reached, refused, or answered something that is no time stamp of this. Nothing was stored."
    ),
    remedy="Check its address, and try again later.",
    example=(
        "--tsa: the authority gave no time stamp: Connection refused\n"
        "  hint: check the address of the time-stamp authority, and try again later; nothing was stored"
    ),
)

TRUST_NOT_READ = Code(
    "PG771",
    Severity.ERROR,
    "A trust store that cannot be used",
    meaning=(
        "Something in it is neither a certificate nor a list of revoked ones, or there is no certificate at all."
    ),
    remedy="Give a folder of certificates and, if you have them, lists of revoked ones.",
    example=(
        "--trust: the trust store cannot be used: it holds no certificate\n"
        "  hint: give a folder of certificates (.pem or .crt) and, if you have them, lists of revoked ones (.crl)"
    ),
)

SIGNING_NOT_INSTALLED = Code(
    "PG772",
    Severity.ERROR,
    "The programs for signatures are not installed",
    meaning=(
        "Signatures and time stamps need pyHanko, which is an extra. A warning where `verify` meets some and "
        "cannot "
        "judge them."
    ),
    remedy='Install it: `pip install "plangen[sign]"`.',
    example=(
        "signatures and time stamps need pyHanko, which is not installed\n"
        '  hint: install it with: pip install "plangen[sign]"'
    ),
)
