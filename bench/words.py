"""What the made-up catalogue is written with: words and sentences, Indonesian and English side by side."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("id", "en")


@dataclass(frozen=True, slots=True)
class Term:
    id: str
    names: tuple[str, str]
    """In the order of `LANGUAGES`; everywhere below too."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A sort of product, such as a wallet, and the category it belongs to."""

    names: tuple[str, str]
    category: str
    share: int
    """Weight with which it turns up."""
    price_idr: int
    """Of a plain one."""


CATEGORIES = (
    Term("dompet", ("Dompet", "Wallets")),
    Term("ikat-pinggang", ("Ikat pinggang", "Belts")),
    Term("jaket", ("Jaket kulit", "Leather jackets")),
    Term("koper", ("Koper", "Suitcases")),
    Term("sandal", ("Sandal", "Sandals")),
    Term("sarung-gawai", ("Sarung gawai", "Device cases")),
    Term("sepatu", ("Sepatu", "Shoes")),
    Term("suvenir", ("Suvenir", "Souvenirs")),
    Term("tas-pria", ("Tas pria", "Men's bags")),
    Term("tas-wanita", ("Tas wanita", "Women's bags")),
)

MATERIALS = (
    Term("kanvas", ("Kanvas", "Canvas")),
    Term("kulit-domba", ("Kulit domba", "Sheepskin")),
    Term("kulit-kambing", ("Kulit kambing", "Goatskin")),
    Term("kulit-sapi", ("Kulit sapi", "Cowhide")),
    Term("kulit-sintetis", ("Kulit sintetis", "Synthetic leather")),
    Term("suede", ("Suede", "Suede")),
)

COLOURS = (
    Term("biru", ("Biru", "Blue")),
    Term("coklat", ("Cokelat", "Brown")),
    Term("hijau", ("Hijau", "Green")),
    Term("hitam", ("Hitam", "Black")),
    Term("krem", ("Krem", "Cream")),
    Term("merah", ("Merah", "Red")),
    Term("tan", ("Tan", "Tan")),
)

THINGS = (
    Thing(("Dompet Lipat", "Folding Wallet"), "dompet", 10, 95_000),
    Thing(("Dompet Panjang", "Long Wallet"), "dompet", 8, 135_000),
    Thing(("Dompet Kartu", "Card Holder"), "dompet", 5, 60_000),
    Thing(("Ikat Pinggang Formal", "Formal Belt"), "ikat-pinggang", 7, 110_000),
    Thing(("Ikat Pinggang Kasual", "Casual Belt"), "ikat-pinggang", 5, 90_000),
    Thing(("Jaket Kulit", "Leather Jacket"), "jaket", 4, 950_000),
    Thing(("Koper Kabin", "Cabin Suitcase"), "koper", 4, 480_000),
    Thing(("Koper Haji", "Hajj Suitcase"), "koper", 3, 620_000),
    Thing(("Sandal Jepit Kulit", "Leather Flip-flops"), "sandal", 5, 85_000),
    Thing(("Sarung Ponsel", "Phone Case"), "sarung-gawai", 3, 55_000),
    Thing(("Sarung Laptop", "Laptop Sleeve"), "sarung-gawai", 2, 175_000),
    Thing(("Sepatu Pantofel", "Dress Shoes"), "sepatu", 5, 325_000),
    Thing(("Sepatu Bot", "Boots"), "sepatu", 3, 410_000),
    Thing(("Gantungan Kunci", "Key Ring"), "suvenir", 4, 20_000),
    Thing(("Tas Kerja", "Briefcase"), "tas-pria", 6, 450_000),
    Thing(("Tas Pinggang", "Waist Bag"), "tas-pria", 5, 160_000),
    Thing(("Tas Golf", "Golf Bag"), "tas-pria", 2, 1_450_000),
    Thing(("Tas Selempang", "Crossbody Bag"), "tas-wanita", 12, 240_000),
    Thing(("Tas Jinjing", "Tote Bag"), "tas-wanita", 10, 285_000),
    Thing(("Tas Pesta", "Evening Bag"), "tas-wanita", 4, 195_000),
)

SERIES = (
    "Anggrek",
    "Bahari",
    "Cempaka",
    "Delima",
    "Kencana",
    "Lestari",
    "Melati",
    "Pandan",
    "Seruni",
    "Teratai",
)
SHOP_NAMES = ("Berkah", "Cahaya", "Jaya", "Karya", "Makmur", "Mitra", "Rejeki", "Setia", "Sinar", "Tunggal")
VILLAGES = ("Kedensari", "Kludan", "Randegan", "Kalitengah")
SHOP_KINDS = (
    Term("cooperative", ("Koperasi", "Cooperative")),
    Term("wholesaler", ("Grosir", "Wholesaler")),
    Term("shop", ("Toko", "Shop")),
    Term("workshop", ("Bengkel", "Workshop")),
)

OPENINGS = (
    (
        (
            "Setiap **{name}** dikerjakan dengan tangan oleh perajin di {village}, dari memilih "
            "lembaran kulit "
            "sampai jahitan terakhir."
        ),
        (
            "Every **{name}** is made by hand by craftspeople in {village}, from choosing the hide "
            "to the last stitch."
        ),
    ),
    (
        (
            "Di bengkel kecil di {village}, **{name}** dipotong, disesetkan & dijahit oleh orang yang sama "
            "dari awal sampai akhir."
        ),
        (
            "In a small workshop in {village}, **{name}** is cut, skived & sewn by the same person "
            "from beginning to end."
        ),
    ),
    (
        (
            "Sejak tiga generasi, keluarga perajin di {village} membuat **{name}** dengan pola yang "
            "diwariskan dari orang tua mereka."
        ),
        (
            "For three generations, families of {village} have made **{name}** after patterns "
            "handed down by their parents."
        ),
    ),
)

SENTENCES = (
    (
        (
            "Bahannya {material} pilihan setebal {n} milimeter yang lentur, tidak mudah retak dan makin "
            "indah seiring usia."
        ),
        (
            "The material is selected {material}, {n} millimetres thick, supple, slow to crack and more "
            "beautiful with age."
        ),
    ),
    (
        (
            "Warna {colour} diberi lapisan lilin sehingga *tidak luntur* saat terkena hujan "
            "ringan atau keringat."
        ),
        "The {colour} finish is waxed, so that it *does not run* in light rain or from sweat.",
    ),
    (
        "Benang nilon ganda dijahit delapan tusuk setiap inci, lalu ujungnya dibakar agar tidak terurai.",
        (
            "Doubled nylon thread is sewn at eight stitches to the inch, and its ends are sealed "
            "against fraying."
        ),
    ),
    (
        "Bagian dalam dilapisi kain katun polos dengan satu saku beritsleting dan dua saku terbuka.",
        "The inside is lined with plain cotton and has one zipped pocket and two open ones.",
    ),
    (
        (
            "Tepi kulit dihaluskan lima kali dan dicat, pekerjaan sabar yang jarang terlihat "
            "pada barang pabrik."
        ),
        "Edges are smoothed five times and painted, patient work that is seldom seen on factory goods.",
    ),
    (
        "Pelat logamnya berlapis kuningan tua dan dapat diganti di toko tanpa biaya pada tahun pertama.",
        (
            "The fittings are plated in antique brass and are replaced at the shop free of "
            "charge in the first year."
        ),
    ),
    (
        ("Untuk pesanan khusus, nama atau lambang dapat dicetak timbul dengan stempel panas dalam {n} hari."),
        "For special orders, a name or an emblem can be embossed with a hot stamp within {n} days.",
    ),
    (
        (
            "Pembeli dari luar kota sering memesan lewat pesan singkat dan menerima foto sebelum "
            "barang dikirim."
        ),
        "Buyers from other towns often order by message and receive a photo before the goods are sent.",
    ),
    (
        (
            "Kami menyimpan potongan bahan yang sama selama setahun, supaya perbaikan tidak "
            "tampak sebagai tambalan."
        ),
        "We keep cuttings of the same hide for a year, so that a repair does not show as a patch.",
    ),
    (
        "Ukurannya pas untuk perjalanan sehari penuh, ringan di bahu dan tetap rapi ketika diletakkan.",
        "Its size suits a full day out, light on the shoulder and still neat when put down.",
    ),
    (
        ("Contoh bahan dapat dikirim lebih dahulu kepada pembeli grosir yang ingin memeriksa mutu kulitnya."),
        "Swatches can be sent ahead to wholesale buyers who wish to examine the quality of the leather.",
    ),
)

POINTS = (
    ("jahitan sadel ganda yang tahan lama", "durable double saddle stitch"),
    ("itsleting logam dengan gigi halus", "metal zip with fine teeth"),
    ("tali dapat disetel sampai {n}0 sentimeter", "strap adjustable up to {n}0 centimetres"),
    ("kantong kain untuk menyimpan", "cloth bag for storing"),
    ("kartu perawatan di dalam kemasan", "care card inside the box"),
    ("garansi jahitan selama {n} bulan", "stitching guaranteed for {n} months"),
)

CARE_HEADING = ("Perawatan", "Care")
CARE = (
    (
        "Bersihkan dengan kain lembap, lalu oleskan krim kulit dua bulan sekali. *Jangan dijemur langsung*; "
        "simpan di tempat kering. Tanyakan ukuran lain di [{shop}]({shop_link})."
    ),
    (
        "Wipe with a damp cloth, then apply leather cream every two months. *Do not dry in the sun*; "
        "keep in a dry place. Ask for other sizes at [{shop}]({shop_link})."
    ),
)

SUMMARY = (
    "{thing} dari {material} warna {colour}, buatan tangan {village}.",
    "{thing} of {material} in {colour}, handmade in {village}.",
)

SHOP_SUMMARY = (
    "Perajin kulit di {village} sejak {since}, melayani eceran dan grosir.",
    "Leather makers in {village} since {since}, retail and wholesale.",
)
SHOP_BODY = (
    (
        "Toko ini dibuka pada tahun {since} di **{village}** dan kini mempekerjakan {n} orang "
        "perajin. Semua barang "
        "dibuat di belakang toko, dan tamu boleh melihat cara memotong serta menjahit kulit.\n\n"
        "- perbaikan jahitan & itsleting\n- pesanan dengan nama sendiri\n- belajar membuat "
        "dompet untuk rombongan\n\n"
        "Parkir *bus* ada di seberang jalan. Rombongan sebaiknya memberi kabar sehari sebelumnya."
    ),
    (
        "This shop opened in {since} in **{village}** and now employs {n} craftspeople. Everything is "
        "made behind the shop, and guests may watch how leather is cut and sewn.\n\n"
        "- repair of seams & zips\n- orders under your own name\n- learn to make a wallet, for groups\n\n"
        "There is parking for *coaches* across the road. Groups had better send word a day ahead."
    ),
)

SITE_NAME = ("Sentra Kulit Patokan", "Benchmark Leather Village")
SITE_TAGLINE = ("Buatan tangan, langsung dari bengkel", "Handmade, straight from the workshop")
PAGE_SUMMARIES = {
    "home": ("Kerajinan kulit langsung dari bengkelnya.", "Leather goods straight from the workshop."),
    "products": ("Semua barang kulit dari satu sentra.", "All leather goods of one cluster."),
    "shops": ("Semua toko dan bengkel di satu sentra.", "All shops and workshops of one cluster."),
    "tentang": ("Siapa yang membuat situs ini.", "Who makes this site."),
}
HOME = (
    (
        "Selamat datang di kampung kulit. **Ratusan bengkel** membuka pintu setiap hari: lihat, "
        "coba, dan belajar.\n\n"
        "- belanja langsung dari perajin\n- mencicipi masakan setempat\n- belajar menjahit kulit"
    ),
    (
        "Welcome to the leather village. **Hundreds of workshops** open every day: look, try and learn.\n\n"
        "- shop straight from the makers\n- taste the local food\n- learn to sew leather"
    ),
)
ABOUT = (
    (
        "Situs ini memuat daftar toko dan barang dari satu sentra. Data diperiksa *setiap tahun* "
        "oleh koperasi."
    ),
    (
        "This site lists the shops and goods of one cluster. The data is checked *every year* by "
        "the cooperative."
    ),
)
PRODUCTS_INTRO = (
    "Semua barang dari semua bengkel, menurut jenis.",
    "All goods of all workshops, by category.",
)
SHOPS_INTRO = (
    "Semua toko dan bengkel yang menerima tamu.",
    "All shops and workshops that welcome guests.",
)
PAGE_TITLES = {
    "home": ("Beranda", "Home"),
    "products": ("Produk", "Products"),
    "shops": ("Toko", "Shops"),
    "tentang": ("Tentang", "About"),
}
SECTIONS = {"products": ("produk", "products"), "shops": ("toko", "shops")}

INTERFACE: dict[str, tuple[str, str]] = {
    "skip": ("Langsung ke isi", "Skip to content"),
    "menu": ("Menu", "Menu"),
    "place": ("Anda di sini", "You are here"),
    "languages": ("Bahasa", "Languages"),
    "home": ("Beranda", "Home"),
    "price": ("Harga", "Price"),
    "category": ("Jenis", "Category"),
    "materials": ("Bahan", "Materials"),
    "colours": ("Warna", "Colours"),
    "size": ("Ukuran", "Size"),
    "weight": ("Berat", "Weight"),
    "moq": ("Pesanan minimum", "Minimum order"),
    "lead_time": ("Lama pengerjaan", "Lead time"),
    "day": ("hari", "day"),
    "days": ("hari", "days"),
    "capacity": ("Kapasitas per bulan", "Capacity per month"),
    "related": ("Barang sejenis", "Similar products"),
    "shop": ("Toko", "Shop"),
    "shops": ("Toko", "Shops"),
    "address": ("Alamat", "Address"),
    "village": ("Desa", "Village"),
    "since": ("Sejak", "Since"),
    "chat": ("Tanya lewat WhatsApp", "Ask on WhatsApp"),
    "count": ("barang", "products"),
    "page": ("Halaman", "Page"),
    "of": ("dari", "of"),
    "previous": ("Sebelumnya", "Previous"),
    "next": ("Berikutnya", "Next"),
    "lost": ("Halaman tidak ditemukan", "Page not found"),
    **{kind.id: kind.names for kind in SHOP_KINDS},
}
"""What pages say around the content."""
