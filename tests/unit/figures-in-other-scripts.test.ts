import { expect, test } from 'vitest';
import { rulesBroken } from './rules-broken.ts';

const HOURS = `# 10

The kitchen takes at most 250 orders from 10:30 to 22:00, for 1,250.50 crowns.

It has cooked for 1,200,000 guests.
`;
test.each([
	[
		'hi',
		'रसोई 10:30 से 22:00 तक अधिकतम 250 ऑर्डर लेती है, 1,250.50 क्राउन में।',
		'उसने 12 लाख मेहमानों के लिए खाना बनाया है।',
	],
	[
		'mr',
		'स्वयंपाकघर १०:३० ते २२:०० पर्यंत जास्तीत जास्त २५० ऑर्डर घेते, १,२५०.५० क्राउनला.',
		'त्याने १२,००,००० पाहुण्यांसाठी जेवण केले आहे.',
	],
	[
		'fa',
		'آشپزخانه از ۱۰:۳۰ تا ۲۲:۰۰ حداکثر ۲۵۰ سفارش به بهای ۱٬۲۵۰٫۵۰ کرون می‌پذیرد.',
		'تاکنون برای ۱٬۲۰۰٬۰۰۰ مهمان غذا پخته است.',
	],
	[
		'th',
		'ครัวรับได้สูงสุด ๒๕๐ รายการ ตั้งแต่ 10:30 ถึง 22:00 ในราคา 1,250.50 คราวน์',
		'ทำอาหารให้แขกแล้ว 1.2 ล้านคน',
	],
	[
		'ja',
		'厨房は１０：３０から２２：００まで、最大２５０件を１,２５０.５０クローネで受けます。',
		'これまでに120万人に料理を作りました。',
	],
])('%s: figures in the digits of the language', async (locale, orders, guests) => {
	const translation = `# 10\n\n${orders}\n\n${guests}\n`;
	expect(await rulesBroken(locale, HOURS, translation)).toEqual([]);
	const changed = translation.replace(/250|२५०|۲۵۰|๒๕๐|２５０/, (digits) =>
		digits.replace(/^./, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 1)),
	);
	expect(await rulesBroken(locale, HOURS, changed)).toEqual(['3 number-drift']);
});

test.each([
	['zh-CN', '厨房于 2022.06.07 9:30 开业。'],
	['ko', '주방은 2022. 6. 7. 9:30에 문을 열었습니다.'],
])('%s: dates and times in figures', async (locale, opened) => {
	const english = '# 1\n\nThe kitchen opened on June 7, 2022, at 09:30.\n';
	expect(await rulesBroken(locale, english, `# 1\n\n${opened}\n`)).toEqual([]);
});

test.each([
	['zh-CN', '厨房于 2022 年 6 月开业。', '新来的客人可得 500M 积分。'],
	['ja', '厨房は2022年6月に開きました。', '新しいお客様には500Mポイントを差し上げます。'],
	['ko', '주방은 2022년 6월에 문을 열었습니다.', '새로 오신 손님에게는 500M 포인트를 드립니다.'],
])('%s: years beside months, and short large numbers', async (locale, opened, points) => {
	const english = '# 1\n\nThe kitchen opened in June 2022.\n\nNew guests get 500M points.\n';
	const page = (first: string, last: string) => `# 1\n\n${first}\n\n${last}\n`;
	expect(await rulesBroken(locale, english, page(opened, points))).toEqual([]);
	const other = opened.replace('2022', '2023');
	expect(await rulesBroken(locale, english, page(other, points))).toEqual(['3 number-drift']);
	const more = points.replace('500M', '600M');
	expect(await rulesBroken(locale, english, page(opened, more))).toEqual(['5 number-drift']);
});

test.each([
	['zh-CN', '厨房于 2025 年 12 月 3 日开业。', '客人等待 30 秒，收据保留 200k 张。'],
	['ja', '厨房は2025年12月3日に開きました。', 'お客様は30秒待ち、領収書は200k枚残ります。'],
	[
		'ko',
		'주방은 2025년 12월 3일에 열었습니다.',
		'손님은 30초를 기다리고 영수증은 200k장 남습니다.',
	],
])('%s: days, months and seconds', async (locale, opened, wait) => {
	const english =
		'# 1\n\nThe kitchen opened on Dec 3, 2025.\n\nA guest waits 30s, and 200k receipts are kept.\n';
	const broken = (first: string, last: string) =>
		rulesBroken(locale, english, `# 1\n\n${first}\n\n${last}\n`);
	expect(await broken(opened, wait)).toEqual([]);
	expect(await broken(opened.replace('12', '11'), wait)).toEqual(['3 number-drift']);
	expect(await broken(opened.replace('3', '4'), wait)).toEqual(['3 number-drift']);
	expect(await broken(opened, wait.replace('30', '31'))).toEqual(['5 number-drift']);
	expect(await broken(opened, wait.replace('200', '201'))).toEqual(['5 number-drift']);
});
