"""How Chinese names are written in Latin letters."""

from bisect import bisect_right
from functools import lru_cache

_FIRST = """
    a啊 ai埃 an鞍 ang肮 ao凹 ba芭 bai白 ban斑 bang邦 bao苞 bei杯 ben奔 beng崩 bi逼 bian鞭 biao标
    bie鳖 bin彬 bing兵 bo玻 bu捕 ca擦 cai猜 can餐 cang苍 cao操 ce厕 ceng层 cha插 chai拆 chan搀
    chang昌 chao超 che车 chen郴 cheng撑 chi吃 chong充 chou抽 chu初 chuai揣 chuan川 chuang疮 chui吹
    chun春 chuo戳 ci疵 cong聪 cou凑 cu粗 cuan蹿 cui摧 cun村 cuo磋 da搭 dai呆 dan耽 dang当 dao刀
    de德 deng蹬 di堤 dian颠 diao碉 die跌 ding丁 diu丢 dong东 dou兜 du督 duan端 dui堆 dun墩 duo掇
    e蛾 en恩 er而 fa发 fan藩 fang坊 fei菲 fen芬 feng丰 fo佛 fou否 fu夫 ga噶 gai该 gan干 gang冈
    gao篙 ge哥 gei给 gen根 geng耕 gong工 gou钩 gu辜 gua刮 guai乖 guan棺 guang光 gui瑰 gun辊 guo锅
    ha哈 hai骸 han酣 hang夯 hao壕 he呵 hei嘿 hen痕 heng哼 hong轰 hou喉 hu呼 hua花 huai槐 huan欢
    huang荒 hui灰 hun荤 huo豁 ji击 jia嘉 jian歼 jiang僵 jiao蕉 jie揭 jin巾 jing荆 jiong炯 jiu揪
    ju鞠 juan捐 jue撅 jun均 ka喀 kai开 kan刊 kang康 kao考 ke坷 ken肯 keng坑 kong空 kou抠 ku枯
    kua夸 kuai块 kuan宽 kuang匡 kui亏 kun坤 kuo括 la垃 lai莱 lan蓝 lang琅 lao捞 le勒 lei雷 leng棱
    li厘 lia俩 lian联 liang粮 liao撩 lie列 lin琳 ling玲 liu溜 long龙 lou楼 lu芦 lv驴 luan峦 lve掠
    lun抡 luo萝 ma妈 mai埋 man瞒 mang芒 mao猫 me么 mei玫 men门 meng萌 mi眯 mian棉 miao苗 mie蔑
    min民 ming明 miu谬 mo摸 mou谋 mu拇 na拿 nai氖 nan南 nang囊 nao挠 ne呢 nei馁 nen嫩 neng能 ni妮
    nian蔫 niang娘 niao鸟 nie捏 nin您 ning柠 niu牛 nong脓 nu奴 nv女 nuan暖 nve虐 nuo挪 o哦 ou欧
    pa啪 pai拍 pan攀 pang乓 pao抛 pei呸 pen喷 peng砰 pi坯 pian篇 piao飘 pie撇 pin拼 ping乒 po坡
    pu扑 qi期 qia掐 qian牵 qiang枪 qiao橇 qie切 qin钦 qing青 qiong琼 qiu秋 qu趋 quan圈 que缺 qun裙
    ran然 rang瓤 rao饶 re惹 ren壬 reng扔 ri日 rong戎 rou揉 ru茹 ruan软 rui蕊 run闰 ruo若 sa撒
    sai腮 san三 sang桑 sao搔 se瑟 sen森 seng僧 sha莎 shai筛 shan珊 shang墒 shao梢 she奢 shen砷
    sheng声 shi师 shou收 shu蔬 shua刷 shuai摔 shuan栓 shuang霜 shui谁 shun吮 shuo说 si斯 song松
    sou搜 su苏 suan酸 sui虽 sun孙 suo蓑 ta塌 tai胎 tan坍 tang汤 tao掏 te特 teng藤 ti梯 tian天
    tiao挑 tie贴 ting厅 tong通 tou偷 tu凸 tuan湍 tui推 tun吞 tuo拖 wa挖 wai歪 wan豌 wang汪 wei威
    wen瘟 weng嗡 wo挝 wu巫 xi昔 xia瞎 xian掀 xiang相 xiao萧 xie楔 xin薪 xing星 xiong兄 xiu休 xu墟
    xuan轩 xue靴 xun勋 ya压 yan焉 yang殃 yao邀 ye椰 yi一 yin茵 ying英 yo哟 yong拥 you幽 yu迂
    yuan鸳 yue曰 yun耘 za匝 zai栽 zan咱 zang赃 zao遭 ze责 zei贼 zen怎 zeng增 zha扎 zhai摘 zhan瞻
    zhang樟 zhao招 zhe遮 zhen珍 zheng蒸 zhi芝 zhong中 zhou舟 zhu珠 zhua抓 zhuai拽 zhuan专 zhuang桩
    zhui椎 zhun谆 zhuo捉 zi兹 zong鬃 zou邹 zu租 zuan钻 zui嘴 zun尊 zuo昨
"""
"""The first character of each syllable among the 3,755 common ones of GB 2312, which stand there in
the order of their pinyin: so a table of all of them is not needed."""
_OTHERS = """
    ai嫒 bei蓓 bin玢 bian卞 can粲 cen岑 chan婵 chang嫦昶 chao晁 chen谌 cheng晟铖琤 chong翀 chu褚
    cong琮 dai黛 di娣荻邸 ding玎 dou窦 er珥 fan梵 fei霏翡 feng沣 fu芙馥 gang罡 gao郜 gou缑
    han晗瀚焓阚浛菡 hang珩 hao昊淏灏皓 he翮 heng蘅 hong泓 hua骅 huan郇 hui晖蕙 ji骥佶戢嵇玑霁
    jia珈迦 jiao姣 jie婕 jin瑾槿妗 jing婧璟菁靓 jiong炅 juan隽涓 jue珏 jun珺 kai恺锴铠 ke珂恪
    kuai蒯 kuang邝 kun琨焜鲲 lan斓 li俪郦藜 lian琏 lin蔺 ling翎泠绫苓 long珑 lu璐 luan栾 luo珞
    man嫚 mao懋 mi宓 miao淼邈缪 min旻闵珉 ming洺茗 mo茉 pang逄 peng芃 pin嫔 ping娉 pu璞
    qi琪琦淇杞祺绮颀麒亓 qian骞芊倩 qiang嫱锵 qie郄 qin芩覃 quan荃 ran苒 rao娆 rong镕榕 rui睿芮
    sa飒 shan姗 she佘 shen莘燊 sheng笙晟 shu姝澍 shuo铄 su愫 tang瑭 tao韬 teng滕 ti缇 ting霆
    tong佟仝潼 wan琬绾菀 wei炜玮葳 wen玟雯 wu邬妩 xi曦禧郗皙 xian冼 xiao骁潇筱箫 xin昕鑫馨歆 xiu琇
    xu栩胥煦 xuan璇瑄暄煊萱儇烜 xun洵珣 ya娅 yan妍嫣琰晏焱鄢嬿 yang旸泱 ye烨晔
    yi翊懿漪熠祎轶怿羿薏 yin愔胤 ying瑛滢璎 you攸 yu煜瑜昱妤彧钰毓瑀 yuan沅瑗鸢 yue玥樾
    yun芸筠赟昀沄 zan昝簪 zang臧 zhang璋 zhai翟 zhen蓁祯 zheng铮 zhi芷郅 zhu竺 zhuo倬 zi訾 ou区
    piao朴 shan单 qiu仇 xie解 zha查 yue乐 bo柏 zeng曾 yu尉 chong重 xing行 chang长
"""
"""Characters of names that are not among the common ones, and how some read in surnames."""
_COMMON = range(0xB0A1, 0xD7FA)
"""The codes of the common characters."""


@lru_cache(maxsize=256)
def syllables(char: str) -> tuple[str, ...]:
    """Return how a character may be written in Latin letters, without tones; empty for unknown."""
    try:
        code = int.from_bytes(char.encode("gb2312"))
    except UnicodeEncodeError:
        return ()
    codes, names, others = _tables()
    common = [names[bisect_right(codes, code) - 1]] if code in _COMMON else []
    both = [*common, *others.get(char, ())]
    return tuple(dict.fromkeys(s for name in both for s in _spelled(name)))


def _spelled(name: str) -> tuple[str, ...]:
    """Return how a syllable is spelled: ü as v, u or yu."""
    return (name, name.replace("v", "u"), name.replace("v", "yu")) if "v" in name else (name,)


@lru_cache(maxsize=1)
def _tables() -> tuple[list[int], list[str], dict[str, list[str]]]:
    first = [(int.from_bytes(entry[-1].encode("gb2312")), entry[:-1]) for entry in _FIRST.split()]
    others = dict[str, list[str]]()
    for entry in _OTHERS.split():
        name = entry.rstrip("".join(char for char in entry if char > "\u2e80"))
        for char in entry[len(name) :]:
            others.setdefault(char, []).append(name)
    return [code for code, _ in first], [name for _, name in first], others
