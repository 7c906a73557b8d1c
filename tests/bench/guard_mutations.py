#!/usr/bin/env python3
"""Mutate the lines of resumes and ask the truth guard about each (stdlib only).

  guard_mutations.py --resumax BIN [--check] [FOLDER]

FOLDER holds resumes in JSON Resume form, named by language ("en-…json"); by default the invented ones of the tests.
Every operator changes one thing of one line. Injections have to be refused, edits that keep the facts accepted. Prints
counts and Wilson 95% intervals by operator and by group; with --check exits 1 where a group misses its target.
"""
import argparse, collections, json, math, os, re, subprocess, sys

Z = 1.959963984540054
DIGITS = str.maketrans('٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789')
NUMBER = re.compile(r'(?<![\w.,+#/-])\d+(?:[.,]\d+)*(?![\w+#/-]|[.,]\d)')
WORDS = {'en': ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
         'de': ['null', 'eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'],
         'fr': ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'],
         'es': ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'],
         'pt': ['zero', 'um', 'dois', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove', 'dez', 'onze', 'doze']}
BY = {'en': ', a gain of 37%', 'de': ', ein Plus von 37 %', 'fr': ', soit un gain de 37 %', 'es': ', una mejora del 37 %',
      'pt': ', um ganho de 37%', 'ar': ' بنسبة 37%', 'fa': ' به میزان 37٪', 'zh': '，提升37%'}
WITH = {'en': ' with ', 'de': ' mit ', 'fr': ' avec ', 'es': ' con ', 'pt': ' com ', 'ar': ' باستخدام ', 'fa': ' با ', 'zh': '，使用'}
SCOPE = {'en': ' across the whole company', 'de': ' im gesamten Konzern', 'fr': " dans l'ensemble du groupe",
         'es': ' en toda la empresa', 'pt': ' em toda a empresa', 'ar': ' على مستوى جميع الفروع', 'fa': ' در تمام شرکت'}
SOLE = {'en': ' single-handedly', 'de': ' im Alleingang', 'fr': ' en solo', 'es': ' en solitario', 'pt': ' sozinho'}
OUTCOME = {'en': ', which raised company profits', 'de': ', wodurch der Umsatz deutlich stieg',
           'fr': ', ce qui a augmenté le chiffre d’affaires', 'es': ', lo que aumentó los beneficios de la empresa',
           'pt': ', o que elevou os lucros da empresa', 'ar': ' مما زاد أرباح الشركة'}
PLACE = {'en': ' in Vancouver', 'de': ' in Rotterdam', 'fr': ' à Rotterdam', 'es': ' en Toronto', 'pt': ' em Toronto',
         'ar': ' في تورونتو', 'fa': ' در تورنتو'}
TITLE = {'en': 'Chief %s', 'de': 'Leitender Direktor, %s', 'fr': 'Directeur, %s', 'es': 'Director, %s', 'pt': 'Diretor, %s',
         'ar': 'مدير %s', 'fa': 'مدیر %s', 'zh': '%s总监'}
TIERS = {'en': [(r'^(Helped|Assisted|Supported)(?: to| in| with)? ', 'Led '), (r'^(Contributed to|Took part in|Participated in) ', 'Led '),
                (r'^(Helped|Assisted|Supported|Contributed to|Took part in|Participated in) ', 'Directed '), (r'^(Built|Wrote|Created|Trained|Taught|Prepared|Checked) ', 'Directed ')],
         'de': [(r'^(Mitarbeit (?:bei|an)|Beitrag zu[rm]?|Beteiligung (?:an|am)|Unterstützung (?:bei|von)?) ?', 'Leitung '), (r'^(Erstellung|Entwicklung|Implementierung) ', 'Gesamtleitung der ')],
         'fr': [(r"^(Participation|Aide|Contribution) (?:à|au|aux) ", 'Direction de '), (r'^(Développement|Formation|Saisie) ', 'Direction du ')],
         'es': [(r'^(Apoyo|Colaboración|Participación|Ayuda) (?:a|al|con|en) ', 'Dirección de '), (r'^(Desarrollo|Creación) ', 'Dirección del ')],
         'pt': [(r'^(Apoio|Colaboração|Participação) (?:à|ao|em|na|no) ', 'Direção de ')],
         'ar': [(r'^(المشاركة في|المساهمة في|مساعدة|دعم) ', 'قيادة ')], 'fa': [(r'^(همکاری|مشارکت) در ', 'رهبری ')]}
UNITS = [(r'\bmillion\b', 'billion'), (r'\bMio\.', 'Mrd.'), (r'\bmonths?\b', 'years'), (r'\bhours?\b', 'minutes'), (r'\bdays?\b', 'hours'),
         (r'\bweekly\b', 'daily'), (r'\bmonthly\b', 'weekly'), (r'%', ' times'), (r'\bkm\b', 'miles'), (r'\bTage\b', 'Stunden'),
         (r'\bJahres?\b', 'Monats'), (r'\bmois\b', 'jours'), (r'\bjours\b', 'heures'), (r'\bmensuales\b', 'semanales'), (r'\ba day\b', 'an hour'),
         (r'\ba year\b', 'a month'), (r'\bper shift\b', 'per hour')]
CURRENCIES = [('$', '€'), ('£', '$'), ('€', '$'), ('Euro', 'Dollar')]
ALIASES = [('Kubernetes', 'K8s'), ('PostgreSQL', 'Postgres'), ('JavaScript', 'JS'), ('Microsoft Excel', 'Excel'), ('Node.js', 'NodeJS'),
           ('MongoDB', 'Mongo'), ('Amazon Web Services', 'AWS'), ('TypeScript', 'TS')]
TENSES = [(r'^Led\b', 'Leading'), (r'^Built\b', 'Building'), (r'^Developed\b', 'Developing'), (r'^Managed\b', 'Managing'),
          (r'^Implemented\b', 'Implementing'), (r'^Designed\b', 'Designing'), (r'^Created\b', 'Creating'), (r'^Trained\b', 'Training'),
          (r'^Taught\b', 'Teaching'), (r'^Prepared\b', 'Preparing'), (r'^Reduced\b', 'Reducing'), (r'^Cut\b', 'Cutting'), (r'^Wrote\b', 'Writing'),
          (r'^Supervised\b', 'Supervising'), (r'^Negotiated\b', 'Negotiating'), (r'^Processed\b', 'Processing'), (r'^Mentored\b', 'Mentoring')]
PARAPHRASES = [(r'^Led\b', 'Spearheaded'), (r'^(Built|Developed|Created)\b', 'Engineered'), (r'^(Reduced|Cut|Lowered)\b', 'Decreased'),
               (r'^(Helped|Assisted)\b', 'Supported'), (r'^(Trained|Taught)\b', 'Instructed'), (r'^(Supervised)\b', 'Oversaw'),
               (r'^(Raised|Increased|Grew)\b', 'Boosted'), (r'\busing\b', 'with'), (r'\babout\b', 'roughly'), (r'\bevery\b', 'each'),
               (r'\bcustomers\b', 'clients'), (r'\bprocessed\b', 'handled'), (r'^(Wrote|Drew up)\b', 'Authored'), (r'\bover (?=\d)', 'more than '),
               (r'^(Checked|Verified)\b', 'Inspected'), (r'^(Took part)\b', 'Participated'), (r'^(Contributed to)\b', 'Helped with'), (r'^Prepared\b', 'Compiled'),
               (r'^Ran\b', 'Organized'), (r'^(Looked after)\b', 'Handled'), (r'^(Organised)\b', 'Arranged'), (r'^(Produced)\b', 'Created')]

HARD, SWAP, VERB, OTHER, SAME, FREE = 'hard facts', 'facts of another role', 'verb tiers', 'scope, team, outcome', 'metamorphic edits', 'paraphrases'
TARGETS = {HARD: ('>=', 1.0), SWAP: ('>=', .99), VERB: ('>=', .95), OTHER: ('>=', .95), SAME: ('<=', .02), FREE: ('<=', .05)}


def wilson(k, n):
    if not n: return 0.0, 1.0
    p, zz = k / n, Z * Z
    mid, half = (p + zz / (2 * n)) / (1 + zz / n), Z * math.sqrt(p * (1 - p) / n + zz / (4 * n * n)) / (1 + zz / n)
    return max(0.0, mid - half), min(1.0, mid + half)


def changed_number(text):
    for m in NUMBER.finditer(text.translate(DIGITS)):
        digits = m.group()
        last = str((int(digits[0]) + 1) % 9 + 1)
        yield text[:m.start()] + last + digits[1:] + text[m.end():]


def changed_word(text, language):
    words = WORDS.get(language, [])
    for i, word in enumerate(words[2:], 2):
        m = re.search(r'(?<![\w-])%s(?![\w-])' % word, text)
        if m: yield text[:m.start()] + words[i + 3 if i + 3 < len(words) else i - 3] + text[m.end():]


def prose(text, addition):
    """The line with an addition, before its full stop."""
    return text[:-1] + addition + text[-1] if text.endswith(('.', '。')) else text + addition


def line_injections(text, language):
    for mutated in changed_number(text): yield HARD, 'number changed', mutated
    for mutated in changed_word(text, language): yield HARD, 'number in words changed', mutated
    if language in BY: yield HARD, 'number added', prose(text, BY[language])
    if language in WITH:
        yield HARD, 'tool added', prose(text, WITH[language] + 'Zarvanex')
        if 'OpenStreetMap' not in text: yield HARD, 'known tool added', prose(text, WITH[language] + 'OpenStreetMap')
    if language in PLACE: yield HARD, 'place added', prose(text, PLACE[language])
    for pattern, other in UNITS:
        if re.search(pattern, text) and re.search(r'\d|' + '|'.join(WORDS['en'][2:]), text):
            yield HARD, 'unit or period changed', re.sub(pattern, other, text, count=1)
    for sign, other in CURRENCIES:
        if sign in text: yield HARD, 'currency changed', text.replace(sign, other, 1)
    for pattern, verb in TIERS.get(language, []):
        if re.search(pattern, text): yield VERB, 'verb tier', re.sub(pattern, verb, text, count=1)
    for group, table in (('scope added', SCOPE), ('alone', SOLE), ('outcome added', OUTCOME)):
        if language in table: yield OTHER, group, prose(text, table[language])


def field_injections(path, text, language):
    key = path.rsplit('/', 1)[-1]
    if key in ('startDate', 'endDate', 'date', 'releaseDate') and re.match(r'\d{4}', text):
        yield HARD, 'year changed', str(int(text[:4]) - 2) + text[4:]
    if key in ('company', 'organization') or (key == 'name' and path.startswith('/work')): yield HARD, 'employer changed', 'Korvath Industries'
    if key == 'institution': yield HARD, 'institution changed', 'Halvorn Institute of Technology'
    if key == 'studyType': yield HARD, 'degree changed', 'MD' if 'D' in text and 'P' in text else 'PhD'
    if key == 'name' and path.startswith('/certificates'): yield HARD, 'certificate added', text + ', Certified Scrum Master'
    if key == 'position' and language in TITLE: yield HARD, 'title raised', TITLE[language] % text
    if key == 'email': yield HARD, 'address changed', 'x' + text
    if key == 'phone' and re.search(r'\d', text):
        at = max(i for i, c in enumerate(text) if c.isdigit())
        yield HARD, 'phone changed', text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1:]


def honest_edits(text, language):
    bare = text.rstrip('.')
    yield SAME, 'full stop', bare if bare != text else text + '.'
    yield SAME, 'spaces', '  ' + text.replace(' ', '  ', 1)
    for m in NUMBER.finditer(text.translate(DIGITS)):
        digits = m.group()
        if digits.isdigit() and 2 <= int(digits) <= 12 and language in WORDS and not text[m.end():].lstrip().startswith(('%', '-', '–')) \
                and not re.search(r'[A-Z]\w+ $', text[:m.start()]):  # "Redis 6" is a name
            yield SAME, 'digits to words', text[:m.start()] + WORDS[language][int(digits)] + text[m.end():]
        if language == 'en' and text[m.end():].startswith('%'):
            yield SAME, 'percent spelled', text[:m.end()] + ' percent' + text[m.end() + 1:]
    for i, word in enumerate(WORDS.get(language, [])[2:], 2):
        if re.search(r'(?<![\w-])%s(?![\w-])' % word, text):
            yield SAME, 'words to digits', re.sub(r'(?<![\w-])%s(?![\w-])' % word, str(i), text, count=1)
    if text.translate(DIGITS) != text: yield SAME, 'digits of another script', text.translate(DIGITS)
    for name, alias in ALIASES:
        if name in text: yield SAME, 'alias', text.replace(name, alias)
    if language == 'en':
        for pattern, other in TENSES:
            if re.search(pattern, text): yield SAME, 'tense', re.sub(pattern, other, text)
        for pattern, other in PARAPHRASES:
            if re.search(pattern, text): yield FREE, 'synonym', re.sub(pattern, other, text)
        m = re.match(r'^(\w+) (.+?) and (\w+) (.+)$', bare)
        if m and ',' not in bare and m.group(1)[0].isupper() and m.group(3).endswith('ed') and m.group(1).endswith('ed'):
            yield SAME, 'reordered', '%s %s and %s %s' % (m.group(3).capitalize(), m.group(4), m.group(1).lower(), m.group(2))


def highlights(resume):
    for section in ('work', 'volunteer', 'projects'):
        for i, entry in enumerate(resume.get(section) or []):
            lines = [h for h in entry.get('highlights') or [] if isinstance(h, str)]
            yield '/%s/%d/highlights/' % (section, i), lines, ' '.join(text for _, text in texts(entry))


def texts(value, path=''):
    if isinstance(value, dict):
        for key, inner in value.items(): yield from texts(inner, path + '/' + key)
    elif isinstance(value, list):
        for i, inner in enumerate(value): yield from texts(inner, '%s/%d' % (path, i))
    elif isinstance(value, str) and value.strip():
        yield path, value


def distinct(text, role, language):
    """Whether the line says a number or name that its new role does not have."""
    facts = set(NUMBER.findall(text.translate(DIGITS)))
    if language != 'de': facts |= set(re.findall(r'(?<!^)\b[A-Z][A-Za-z]{2,}\b', text))
    return any(fact.lower() not in role.lower() for fact in facts)


def mutations(resume, language):
    roles = list(highlights(resume))
    for prefix, lines, role in roles:
        for i, text in enumerate(lines):
            if not 15 <= len(text) <= 400: continue
            path = prefix + str(i)
            for m in line_injections(text, language): yield (path,) + m
            for m in honest_edits(text, language): yield (path,) + m
            for other, theirs, _ in roles:
                moved = next((t for t in theirs if distinct(t, role, language) and 15 <= len(t) <= 200), None)
                if other != prefix and moved:
                    yield path, SWAP, 'line moved', moved
                    yield path, SWAP, 'line appended', text.rstrip('.') + '; ' + moved
            if i + 1 < len(lines) and len(lines[i + 1]) < 300: yield path, SAME, 'merged within the role', text.rstrip('.') + '; ' + lines[i + 1]
    for path, text in texts(resume):
        for m in field_injections(path, text, language): yield (path,) + m


def ask(resumax, file, items):
    lines = ''.join(json.dumps({'id': i, 'path': p, 'proposed': t}) + '\n' for i, (p, _, _, t) in enumerate(items))
    done = subprocess.run([resumax, 'guard', file, '--items', '-', '--json'], input=lines, capture_output=True, text=True)
    if done.returncode not in (0, 1): raise SystemExit('%s: %s' % (file, done.stderr))
    return {record['id']: record for record in map(json.loads, done.stdout.splitlines())}


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder', nargs='?', default=os.path.join(here, '..', 'fixtures', 'guard'))
    parser.add_argument('--resumax', default='resumax')
    parser.add_argument('--check', action='store_true')
    parser.add_argument('--list-errors', action='store_true')
    options = parser.parse_args()
    counts = collections.defaultdict(lambda: [0, 0])
    for name in sorted(os.listdir(options.folder)):
        if not name.endswith('.json'): continue
        file = os.path.join(options.folder, name)
        with open(file, encoding='utf-8') as f: resume = json.load(f)
        items = list(mutations(resume, name[:2]))
        verdicts = ask(options.resumax, file, items)
        for i, (path, group, operator, text) in enumerate(items):
            refused = not verdicts[i]['accepted']
            for key in ((group, ''), (group, operator)):
                counts[key][0] += refused
                counts[key][1] += 1
            if options.list_errors and refused == (group in (SAME, FREE)):
                print('%s %s %s: %s  [%s]' % (name, path, operator, text, verdicts[i].get('reason', '')))
    missed = False
    for group, (sign, target) in TARGETS.items():
        for key in sorted(k for k in counts if k[0] == group):
            refused, n = counts[key]
            low, high = wilson(refused, n)
            mark = ''
            if not key[1]:
                good = refused / n >= target if sign == '>=' else refused / n <= target
                missed = missed or not good
                mark = 'target %s %g%%%s' % (sign, 100 * target, '' if good else '  MISSED')
            print('%-26s refused %5d/%-5d %6.2f%%  [%6.2f%%, %6.2f%%]  %s' % ('  ' + key[1] if key[1] else key[0].upper(), refused, n, 100 * refused / n, 100 * low, 100 * high, mark))
    return 1 if missed and options.check else 0


if __name__ == '__main__': sys.exit(main())
